import { setLines } from "../../package/set-lines.server.ts";
import { taggedPdf, type Pdf, type PdfTag } from "../../package/tagged-pdf.server.ts";
import { hasPdf } from "./pdf-languages.ts";
import { plainText, type Said, type SaidBlock, type SaidPolicy, type SaidSection } from "./say.ts";

/** Points. */
const TEXT = { font: "plain", size: 9.5 } as const;
const NAME = { font: "bold", size: 9.5, keep: 1 } as const;
const TITLE = { font: "bold", size: 20 } as const;
const HEADINGS = { H2: { font: "bold", size: 14, keep: 2 }, H3: { font: "bold", size: 11.5, keep: 2 } } as const;

/**
 * A policy as PDF, with links that work. `made`: its date, so that the same policy has the same bytes. Throws `RangeError`
 * for a language that it cannot write (`hasPdf`).
 */
export async function policyPdf(policy: SaidPolicy, made: Date): Promise<Buffer> {
  const { language, title, sections } = policy;
  if (!hasPdf(language)) throw new RangeError(`no PDF is made in ${language}`);
  return taggedPdf({ title, language, made }, (doc, tag) => {
    tag("H1", () => {
      setLines(doc, [{ text: title }], TITLE);
      space(doc, 9);
    });
    for (const section of sections) writeSection(doc, tag, { section, name: "H2" });
  });
}

/** Leaves `points` free. */
function space(doc: Pdf, points: number): void {
  doc.y += points;
}

function writeSection(doc: Pdf, tag: PdfTag, { section, name }: { section: SaidSection; name: "H2" | "H3" }): void {
  tag(name, () => {
    space(doc, 9);
    setLines(doc, [{ text: section.title }], HEADINGS[name]);
    space(doc, 4);
  });
  for (const block of section.blocks) writeBlock(doc, tag, block);
  for (const one of section.sections) writeSection(doc, tag, { section: one, name: "H3" });
}

function writeBlock(doc: Pdf, tag: PdfTag, block: SaidBlock): void {
  switch (block.kind) {
    case "paragraph":
      writeParagraph(
        doc,
        tag,
        block.sentences.flatMap(({ runs }, at) => (at === 0 ? runs : [{ text: " " }, ...runs])),
      );
      return;
    case "list":
      for (const item of block.items) writeParagraph(doc, tag, [{ text: "•\u00a0\u00a0" }, ...item.runs]);
      return;
    case "table":
      writeTable(doc, tag, block);
  }
}

function writeParagraph(doc: Pdf, tag: PdfTag, runs: Said["runs"]): void {
  tag("P", () => {
    setLines(doc, runs, TEXT);
    space(doc, 3.5);
  });
}

/** A row is a paragraph, each cell behind the name of its column: it reads well aloud and on small paper. */
function writeTable(doc: Pdf, tag: PdfTag, { head, rows }: Extract<SaidBlock, { kind: "table" }>): void {
  for (const [first, ...others] of rows)
    tag("P", () => {
      setLines(doc, [{ text: first ? plainText(first.runs) : "" }], NAME);
      const cells = others.flatMap(({ runs }, at) => [
        { text: `${at === 0 ? "" : " · "}${head[at + 1] ?? ""}: ` },
        ...runs,
      ]);
      setLines(doc, cells, TEXT);
      space(doc, 7);
    });
}
