import { escapeHtml } from "../../package/html.ts";
import { joinSentences } from "./join-sentences.ts";
import type { Run, Said, SaidBlock, SaidPolicy, SaidSection } from "./say.ts";

const RIGHT_TO_LEFT = ["ar", "he", "fa", "ur"];

/** The value of `dir` for a language (BCP 47). */
export function directionOf(language: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.includes(language.split("-")[0] ?? "") ? "rtl" : "ltr";
}

/**
 * A policy as HTML with nothing but the tags that Shopify keeps in a policy: no style, no script, no id but the anchors
 * of its sections.
 */
export function policyHtml(policy: SaidPolicy): string {
  const { language, sections } = policy;
  return `<div lang="${escapeHtml(language)}" dir="${directionOf(language)}">\n${sections
    .map((section) => sectionHtml(section, 2))
    .join("")}</div>\n`;
}

function sectionHtml({ id, title, blocks, sections }: SaidSection, level: number): string {
  const heading = `<h${level} id="${escapeHtml(id)}">${escapeHtml(title)}</h${level}>\n`;
  return `${heading}${blocks.map(blockHtml).join("")}${sections.map((one) => sectionHtml(one, level + 1)).join("")}`;
}

function blockHtml(block: SaidBlock): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${joinSentences(block.sentences.map(saidHtml))}</p>\n`;
    case "list":
      return `<ul>\n${block.items.map((item) => `<li>${saidHtml(item)}</li>\n`).join("")}</ul>\n`;
    case "table": {
      const head = block.head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join("");
      const rows = block.rows.map((cells) => `<tr>${cells.map(cellHtml).join("")}</tr>\n`).join("");
      return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows}</tbody>\n</table>\n`;
    }
  }
}

function cellHtml(cell: Said): string {
  return `<td>${saidHtml(cell)}</td>`;
}

function saidHtml({ runs }: Said): string {
  return runs.map(runHtml).join("");
}

function runHtml({ text, href, isName }: Run): string {
  const shown = isName === true ? `<bdi>${escapeHtml(text)}</bdi>` : escapeHtml(text);
  return href === undefined ? shown : `<a href="${escapeHtml(href)}">${shown}</a>`;
}
