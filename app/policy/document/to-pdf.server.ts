import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import { hasPdf } from "./pdf-languages.ts";
import { plainText, type Run, type Said, type SaidBlock, type SaidPolicy, type SaidSection } from "./say.ts";

const fonts = createRequire(import.meta.url);
const FONT = { plain: "dejavu-fonts-ttf/ttf/DejaVuSans.ttf", bold: "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf" };
/** Points, of which 72 are an inch. */
const MARGIN = 56;
const SIZES = { title: 20, sections: [14, 11.5], text: 9.5 };
const LINK = "#1d4f91";

/**
 * A policy as PDF on A4: tagged, with its title and language, so that a screen reader reads it in order (ISO 14289), with
 * links that work. `made`: its date, so that the same policy has the same bytes. Throws `RangeError` for a language that it
 * cannot write (`hasPdf`).
 */
export async function policyPdf(policy: SaidPolicy, made: Date): Promise<Buffer> {
  if (!hasPdf(policy.language)) throw new RangeError(`no PDF is made in ${policy.language}`);
  const { language: lang, title } = policy;
  const doc = new PDFDocument({
    ...{ size: "A4", margin: MARGIN, lang, tagged: true, pdfVersion: "1.7", displayTitle: true },
    info: { Title: title, Producer: "Candor", Creator: "Candor", CreationDate: made, ModDate: made },
  });
  for (const [name, file] of Object.entries(FONT)) doc.registerFont(name, fonts.resolve(file));
  const pieces: Buffer[] = [];
  doc.on("data", (piece: Buffer) => pieces.push(piece));
  const ended = new Promise<void>((resolve) => doc.on("end", resolve));
  const root = doc.struct("Document");
  doc.addStructure(root);
  const tag: Tag = (name, write) => {
    root.add(doc.struct(name, {}, write));
  };
  tag("H1", () => doc.font("bold").fontSize(SIZES.title).text(title).moveDown(0.5));
  for (const section of policy.sections) writeSection(doc, tag, { section, level: 0 });
  root.end();
  doc.end();
  await ended;
  return Buffer.concat(pieces);
}

type Doc = PDFKit.PDFDocument;
type Tag = (name: "H1" | "H2" | "H3" | "P", write: () => void) => void;

function writeSection(doc: Doc, tag: Tag, { section, level }: { section: SaidSection; level: number }): void {
  tag(level === 0 ? "H2" : "H3", () => {
    doc
      .moveDown(0.8)
      .font("bold")
      .fontSize(SIZES.sections[level] ?? SIZES.text)
      .fillColor("black")
      .text(section.title);
    doc.moveDown(0.3);
  });
  for (const block of section.blocks) writeBlock(doc, tag, block);
  for (const one of section.sections) writeSection(doc, tag, { section: one, level: level + 1 });
}

function writeBlock(doc: Doc, tag: Tag, block: SaidBlock): void {
  doc.font("plain").fontSize(SIZES.text);
  switch (block.kind) {
    case "paragraph":
      tag("P", () => {
        writeRuns(
          doc,
          block.sentences.flatMap(({ runs }, at) => (at === 0 ? runs : [{ text: " " }, ...runs])),
        );
      });
      return;
    case "list":
      for (const item of block.items)
        tag("P", () => {
          writeRuns(doc, [{ text: "•  " }, ...item.runs]);
        });
      return;
    case "table":
      writeTable(doc, tag, block);
  }
}

/** A row is a line of its own, each cell behind the name of its column: it reads well aloud and on small paper. */
function writeTable(doc: Doc, tag: Tag, { head, rows }: Extract<SaidBlock, { kind: "table" }>): void {
  for (const cells of rows)
    tag("P", () => {
      const [first, ...others] = cells;
      doc
        .font("bold")
        .fillColor("black")
        .text(first ? plainText(first.runs) : "");
      doc.font("plain");
      others.forEach((cell, at) => {
        writeRuns(doc, named(head[at + 1] ?? "", cell));
      });
      doc.moveDown(0.3);
    });
}

const named = (name: string, { runs }: Said): Run[] => [{ text: `${name}: ` }, ...runs];

function writeRuns(doc: Doc, runs: readonly Run[]): void {
  runs.forEach(({ text, href }, at) => {
    const continued = at < runs.length - 1;
    doc.fillColor(href === undefined ? "black" : LINK);
    doc.text(text, {
      continued,
      underline: href !== undefined,
      ...(href?.includes(":") === true ? { link: href } : { link: null }),
    });
  });
  doc.fillColor("black").moveDown(0.3);
}
