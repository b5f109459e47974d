import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import { plainFont } from "./plain-font.ts";

const resolve = createRequire(import.meta.url).resolve;
/** DejaVu has Latin, Greek, Cyrillic and most signs; it is embedded, so that every reader shows the same. */
const FILES = { plain: "dejavu-fonts-ttf/ttf/DejaVuSans.ttf", bold: "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf" };
/** Points, of which 72 are an inch. */
const MARGIN = 56;

let fonts: [string, Buffer][] | undefined;

/** The fonts, read once. */
function readFonts(): [string, Buffer][] {
  fonts ??= Object.entries(FILES).map(([name, file]) => [name, Buffer.from(plainFont(readFileSync(resolve(file))))]);
  return fonts;
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
  for (const [name, font] of readFonts()) doc.registerFont(name, font);
  const pieces: Buffer[] = [];
  doc.on("data", (piece: Buffer) => pieces.push(piece));
  const ended = new Promise<void>((resolve) => doc.on("end", resolve));
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
