import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font } from "fontkit";
import PDFDocument from "pdfkit";
import { plainFont } from "./plain-font.ts";

const resolve = createRequire(import.meta.url).resolve;
/** DejaVu has Latin, Greek, Cyrillic and most signs; it is embedded, so that every reader shows the same. */
const FILES = { plain: "dejavu-fonts-ttf/ttf/DejaVuSans.ttf", bold: "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf" };
/** Points, of which 72 are an inch. */
const MARGIN = 56;

let fonts: [string, Font][] | undefined;

/** A glyph, which fontkit reads anew from the font's bytes for every document that it is embedded in. */
interface Readable {
  _decode: () => unknown;
}

/**
 * The fonts, opened once for all documents. Each glyph stands for the first character it is asked for with, and that is
 * what is copied out of the document: all are asked for here, in order, so that no document depends on those before it.
 */
function openFonts(): [string, Font][] {
  fonts ??= Object.entries(FILES).map(([name, file]) => {
    const font = create(Buffer.from(plainFont(readFileSync(resolve(file)))));
    if (!("characterSet" in font)) throw new TypeError(`${file} is a collection of fonts`);
    for (const sign of font.characterSet.sort((one, other) => one - other))
      readOnce(font.glyphForCodePoint(sign) as unknown as Readable);
    return [name, font];
  });
  return fonts;
}

function readOnce(glyph: Readable): void {
  const read = glyph._decode.bind(glyph);
  let answer: { shape: unknown } | undefined;
  glyph._decode = () => (answer ??= { shape: read() }).shape;
}

/** A document that is written to. Its fonts are "plain" and "bold". */
export type Pdf = PDFKit.PDFDocument;
/** Writes a piece of the text, as what it is to a screen reader. */
export type PdfTag = (name: "H1" | "H2" | "H3" | "P", write: () => void) => void;

/** What a document says of itself. `made`: its date, so that the same document has the same bytes. */
export interface PdfFacts {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly made: Date;
}

/**
 * A PDF on A4: tagged, with its title and language, so that a screen reader reads it in order (PDF/UA, ISO 14289).
 * `write` writes what stands in it.
 */
export async function taggedPdf(
  { title, language, made }: PdfFacts,
  write: (doc: Pdf, tag: PdfTag) => void,
): Promise<Buffer> {
  const doc = new PDFDocument({
    ...{ size: "A4", margin: MARGIN, lang: language, tagged: true, pdfVersion: "1.7", displayTitle: true },
    info: { Title: title, Producer: "Candor", Creator: "Candor", CreationDate: made, ModDate: made },
  });
  // pdfkit takes an open font as well as its bytes, which its types do not say
  for (const [name, font] of openFonts()) doc.registerFont(name, font as unknown as Uint8Array);
  // the head is there already; the rest is taken where it is made: there are ten thousand pieces, and a stream asks each
  // whether somebody can read it yet
  const pieces: Uint8Array[] = [doc.read() as Buffer];
  const ended = new Promise<void>((resolve) => {
    doc.push = (piece: Uint8Array | null) => {
      if (piece === null) resolve();
      else pieces.push(piece);
      return true;
    };
  });
  const root = doc.struct("Document");
  doc.addStructure(root);
  write(doc, (name, piece) => {
    root.add(doc.struct(name, {}, piece));
  });
  root.end();
  doc.end();
  await ended;
  return Buffer.concat(pieces);
}
