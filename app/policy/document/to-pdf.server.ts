import { taggedPdf, type Pdf, type PdfTag } from "../../package/tagged-pdf.server.ts";
import { hasPdf } from "./pdf-languages.ts";
import { plainText, type Run, type Said, type SaidBlock, type SaidPolicy, type SaidSection } from "./say.ts";

const SIZES = { title: 20, sections: [14, 11.5], text: 9.5 };
const LINK = "#1d4f91";

/**
 * A policy as PDF, with links that work. `made`: its date, so that the same policy has the same bytes. Throws `RangeError`
 * for a language that it cannot write (`hasPdf`).
 */
export async function policyPdf(policy: SaidPolicy, made: Date): Promise<Buffer> {
  const { language, title, sections } = policy;
  if (!hasPdf(language)) throw new RangeError(`no PDF is made in ${language}`);
  return taggedPdf({ title, language, made }, (doc, tag) => {
    tag("H1", () => doc.font("bold").fontSize(SIZES.title).text(title).moveDown(0.5));
    for (const section of sections) writeSection(doc, tag, { section, level: 0 });
  });
}

function writeSection(doc: Pdf, tag: PdfTag, { section, level }: { section: SaidSection; level: number }): void {
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

function writeBlock(doc: Pdf, tag: PdfTag, block: SaidBlock): void {
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
function writeTable(doc: Pdf, tag: PdfTag, { head, rows }: Extract<SaidBlock, { kind: "table" }>): void {
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

/** Runs without a link as one: each piece is laid out by itself, which takes its time. */
function joined(runs: readonly Run[]): Run[] {
  const pieces: Run[] = [];
  for (const run of runs) {
    const last = pieces.at(-1);
    if (last && last.href === undefined && run.href === undefined)
      pieces[pieces.length - 1] = { text: last.text + run.text };
    else pieces.push(run);
  }
  return pieces;
}

function writeRuns(doc: Pdf, runs: readonly Run[]): void {
  const pieces = joined(runs);
  pieces.forEach(({ text, href }, at) => {
    const continued = at < pieces.length - 1;
    doc.fillColor(href === undefined ? "black" : LINK);
    doc.text(text, {
      continued,
      underline: href !== undefined,
      ...(href?.includes(":") === true ? { link: href } : { link: null }),
    });
  });
  doc.fillColor("black").moveDown(0.3);
}
