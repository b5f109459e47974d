import PDFDocument from "pdfkit";

/** A line of a document: a heading, a sentence, or a named fact. */
export type PdfLine =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "fact"; readonly name: string; readonly value: string };

/** A document. `made`: its date, so that the same document has the same bytes. */
export interface PdfDocument {
  readonly title: string;
  readonly made: Date;
  readonly lines: readonly PdfLine[];
  /** At the foot of the last page, small. */
  readonly foot: string;
}

/** Points, of which 72 are an inch. */
const MARGIN = 56;
const NAME_WIDTH = 130;
const GREY = "#555555";

/**
 * Writes an English document as PDF on A4: tagged, with title and language, so that a screen reader reads it in order
 * (PDF/UA, ISO 14289). Its fonts are those that every reader has; text beyond Western European letters is not for here.
 */
export async function pdfPages({ title, made, lines, foot }: PdfDocument): Promise<Buffer> {
  const doc = new PDFDocument({
    ...{ size: "A4", margin: MARGIN, lang: "en", tagged: true, pdfVersion: "1.7", displayTitle: true },
    info: { Title: title, Producer: "Candor", Creator: "Candor", CreationDate: made, ModDate: made },
  });
  const pieces: Buffer[] = [];
  doc.on("data", (piece: Buffer) => pieces.push(piece));
  const ended = new Promise<void>((resolve) => doc.on("end", resolve));
  const root = doc.struct("Document");
  doc.addStructure(root);
  const add = (tag: "H1" | "H2" | "P", write: () => void) => {
    root.add(doc.struct(tag, {}, write));
  };
  add("H1", () => doc.font("Helvetica-Bold").fontSize(18).text(title).moveDown(0.6));
  for (const line of lines)
    add(line.kind === "heading" ? "H2" : "P", () => {
      writeLine(doc, line);
    });
  add("P", () => doc.moveDown().font("Helvetica").fontSize(8).fillColor(GREY).text(foot));
  root.end();
  doc.end();
  await ended;
  return Buffer.concat(pieces);
}

function writeLine(doc: PDFKit.PDFDocument, line: PdfLine): void {
  doc.fillColor("black").fontSize(10);
  switch (line.kind) {
    case "heading":
      doc.moveDown(0.6).font("Helvetica-Bold").fontSize(12).text(line.text).moveDown(0.2);
      return;
    case "text":
      doc.font("Helvetica").text(line.text).moveDown(0.2);
      return;
    case "fact":
      writeFact(doc, line);
  }
}

function writeFact(doc: PDFKit.PDFDocument, { name, value }: { name: string; value: string }): void {
  const { left, right, bottom } = doc.page.margins;
  if (doc.y > doc.page.height - bottom - 24) doc.addPage();
  const top = doc.y;
  doc.font("Helvetica").fillColor(GREY).text(name, left, top, { width: NAME_WIDTH });
  const after = doc.y;
  const width = doc.page.width - left - right - NAME_WIDTH;
  doc.fillColor("black").text(value, left + NAME_WIDTH, top, { width });
  doc.x = left;
  doc.y = Math.max(doc.y, after);
}
