import { taggedPdf, type Pdf } from "./tagged-pdf.server.ts";

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
const NAME_WIDTH = 130;
const GREY = "#555555";

/** Writes an English document as PDF: a title, its lines, and a note at the foot. */
export function pdfPages({ title, made, lines, foot }: PdfDocument): Promise<Buffer> {
  return taggedPdf({ title, language: "en", made }, (doc, tag) => {
    tag("H1", () => doc.font("bold").fontSize(17).text(title).moveDown(0.6));
    for (const line of lines)
      tag(line.kind === "heading" ? "H2" : "P", () => {
        writeLine(doc, line);
      });
    tag("P", () => doc.moveDown().font("plain").fontSize(7.5).fillColor(GREY).text(foot));
  });
}

function writeLine(doc: Pdf, line: PdfLine): void {
  doc.fillColor("black").fontSize(9.5);
  switch (line.kind) {
    case "heading":
      doc.moveDown(0.6).font("bold").fontSize(11.5).text(line.text).moveDown(0.2);
      return;
    case "text":
      doc.font("plain").text(line.text).moveDown(0.2);
      return;
    case "fact":
      writeFact(doc, line);
  }
}

function writeFact(doc: Pdf, { name, value }: { name: string; value: string }): void {
  const { left, right, bottom } = doc.page.margins;
  if (doc.y > doc.page.height - bottom - 24) doc.addPage();
  const top = doc.y;
  doc.font("plain").fillColor(GREY).text(name, left, top, { width: NAME_WIDTH });
  const after = doc.y;
  const width = doc.page.width - left - right - NAME_WIDTH;
  doc.fillColor("black").text(value, left + NAME_WIDTH, top, { width });
  doc.x = left;
  doc.y = Math.max(doc.y, after);
}
