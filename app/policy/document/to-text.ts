import { joinSentences } from "./join-sentences.ts";
import type { Run, Said, SaidBlock, SaidPolicy, SaidSection } from "./say.ts";

/** A policy as plain text: headings on lines of their own, addresses of links behind them. */
export function policyText(policy: SaidPolicy): string {
  return `${policy.title}\n\n${policy.sections.map((one) => sectionText(one, PLAIN, 1)).join("\n")}`;
}

/** A policy as Markdown (CommonMark, with tables as GitHub has them). */
export function policyMarkdown(policy: SaidPolicy): string {
  return `# ${marked(policy.title)}\n\n${policy.sections.map((one) => sectionText(one, MARKDOWN, 2)).join("\n")}`;
}

interface Form {
  heading: (title: string, level: number) => string;
  run: (run: Run) => string;
  row: (cells: readonly string[]) => string;
  /** The line between head and rows. */
  rule: (columns: number) => string;
}

const PLAIN: Form = {
  heading: (title) => title,
  run: ({ text, href }) => (href === undefined || href === `mailto:${text}` ? text : `${text} (${href})`),
  row: (cells) => cells.join(" — "),
  rule: () => "",
};

const MARKDOWN: Form = {
  heading: (title, level) => `${"#".repeat(level)} ${marked(title)}`,
  run: ({ text, href }) => (href === undefined ? marked(text) : `[${marked(text)}](<${href}>)`),
  row: (cells) => `| ${cells.join(" | ")} |`,
  rule: (columns) => `|${" --- |".repeat(columns)}\n`,
};

/** Text in which nothing is a mark of Markdown. */
function marked(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, "\\$&").replaceAll("\n", " ");
}

function sectionText({ title, blocks, sections }: SaidSection, form: Form, level: number): string {
  const body = blocks.map((block) => `${blockText(block, form)}\n`).join("");
  return `${form.heading(title, level)}\n\n${body}${sections.map((one) => sectionText(one, form, level + 1)).join("")}`;
}

function blockText(block: SaidBlock, form: Form): string {
  const said = ({ runs }: Said) => runs.map(form.run).join("");
  switch (block.kind) {
    case "paragraph":
      return `${joinSentences(block.sentences.map(said))}\n`;
    case "list":
      return block.items.map((item) => `- ${said(item)}\n`).join("");
    case "table":
      return `${form.row(block.head)}\n${form.rule(block.head.length)}${block.rows
        .map((cells) => `${form.row(cells.map(said))}\n`)
        .join("")}`;
  }
}
