import { escapeHtml } from "../package/html.ts";
import { direction, type MailLanguage } from "./languages.ts";
import type { VariableType } from "./templates.ts";

/** A value that was written for the reader, waiting behind its mark. */
export interface Marked {
  type: VariableType;
  text: string;
}

/** What goes into a mail, before it has a form. Marks are characters that no wording can hold. */
export interface Content {
  language: MailLanguage;
  store: string;
  subject: string;
  body: string;
  /** Below the line: why the mail comes, and its reference. */
  footer: readonly string[];
  values: ReadonlyMap<string, Marked>;
}

/** A mail in both its forms. */
export interface LaidOut {
  subject: string;
  text: string;
  html: string;
}

/** A button whose link is an optional fact that was not given: it is left out. */
const LEADS_NOWHERE = /^\[[^\]\n]+\]\(\s*\)$/;

/** Values that are written in the reader's language already. */
const OWN_WORDS: ReadonlySet<VariableType> = new Set(["kind", "ground", "delay", "date", "time"]);

/** The mark of the variable with this number: a private-use character, which no text from outside keeps. */
export const mark = (index: number): string => String.fromCodePoint(0xe100 + index);

const FONT = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

/**
 * Gives a mail its two forms. Paragraphs are parted by empty lines. `- ` begins an item of a list. A paragraph that is
 * only `[words]({{ link }})` becomes a button. Everything else is text: there is no way to write HTML, and a value is put
 * in only after the form is decided, so none can act as markup.
 */
export function layOut(content: Content): LaidOut {
  const blocks = content.body
    .replaceAll("\r\n", "\n")
    .split(/\n[^\S\n]*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== "" && !LEADS_NOWHERE.test(block));
  const footer = content.footer.map((line) => plain(line, content));
  return {
    subject: subjectLine(content),
    text: `${[...blocks.map((block) => textBlock(block, content)), `-- \n${footer.join("\n")}`].join("\n\n")}\n`,
    html: page(content, blocks.map((block) => htmlBlock(block, content)).join("\n")),
  };
}

/** One line; without the brackets of a reference that the mail does not have. */
function subjectLine(content: Content): string {
  return plain(
    content.subject
      .replace(/[(（]\s*[)）]/g, "")
      .replace(/\s+/g, " ")
      .trim(),
    content,
  );
}

/** The button that a paragraph is, if it is one. */
function buttonIn(block: string, { values }: Content): { label: string; link: string } | undefined {
  const [, label, sign = ""] = /^\[([^\]\n]+)\]\(\s*(.)\s*\)$/u.exec(block) ?? [];
  const value = values.get(sign);
  return label !== undefined && value?.type === "link" ? { label, link: value.text } : undefined;
}

const itemsIn = (block: string): string[] | undefined => {
  const lines = block.split("\n");
  return lines.every((line) => /^- \S/.test(line)) ? lines.map((line) => line.slice(2)) : undefined;
};

function textBlock(block: string, content: Content): string {
  const button = buttonIn(block, content);
  if (button) return `${plain(button.label, content)}:\n${button.link}`;
  const alone = content.values.get(block);
  if (alone?.type === "note") return alone.text.replace(/^/gm, "> ");
  return plain(block, content);
}

/** A line of text with its values, each kept from turning the direction of what stands around it (UAX #9, FSI and PDI). */
function plain(text: string, { values, language }: Content): string {
  const turns = direction(language) === "rtl" ? /\p{Script=Latin}/u : /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
  return replaceMarks(text, values, (value) =>
    value.type !== "link" && turns.test(value.text) ? `\u2068${value.text}\u2069` : value.text,
  );
}

function replaceMarks(text: string, values: Content["values"], write: (value: Marked) => string): string {
  return text.replace(/[\ue100-\ue1ff]/g, (sign) => {
    const value = values.get(sign);
    return value === undefined ? "" : write(value);
  });
}

function inline(text: string, { values }: Content): string {
  return replaceMarks(escapeHtml(text), values, ({ type, text: value }) => {
    const safe = escapeHtml(value).replaceAll("\n", "<br>");
    if (type === "link") return `<a href="${safe}" style="color:#1f5d4c" class="link">${safe}</a>`;
    return OWN_WORDS.has(type) ? safe : `<bdi>${safe}</bdi>`;
  }).replaceAll("\n", "<br>");
}

function htmlBlock(block: string, content: Content): string {
  const button = buttonIn(block, content);
  if (button) return buttonHtml(inline(button.label, content), escapeHtml(button.link));
  const items = itemsIn(block);
  if (items)
    return `<ul style="margin:0 0 16px;padding-inline-start:24px">${items.map((item) => `<li>${inline(item, content)}</li>`).join("")}</ul>`;
  const alone = content.values.get(block);
  const words = inline(block, content);
  return alone?.type === "note"
    ? `<blockquote dir="auto" style="margin:0 0 16px;padding:4px 16px;border-inline-start:4px solid #1f5d4c">${words}</blockquote>`
    : `<p style="margin:0 0 16px">${words}</p>`;
}

/** The address stands below the button in full: a reader may check it, or carry it elsewhere. */
function buttonHtml(label: string, link: string): string {
  return (
    `<p style="margin:24px 0 8px"><a href="${link}" class="button" style="display:inline-block;padding:12px 20px;` +
    `background-color:#1f5d4c;color:#ffffff;text-decoration:none;border-radius:8px;font-weight:600">${label}</a></p>\n` +
    `<p class="quiet" dir="ltr" style="margin:0 0 24px;font-size:13px;color:#52605b;word-break:break-all">${link}</p>`
  );
}

/** One column, no picture, nothing fetched; light and dark. */
function page(content: Content, body: string): string {
  const dir = direction(content.language);
  const align = dir === "rtl" ? "right" : "left";
  const footer = content.footer.map((line) => inline(line, content)).join("<br>");
  return `<!doctype html>
<html lang="${content.language}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subjectLine(content))}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background-color: #101814 !important; color: #e6ece9 !important; }
  .card { background-color: #1a2520 !important; border-color: #33423c !important; }
  .quiet { color: #a9b8b1 !important; } .link { color: #8fd0bc !important; }
  .button { background-color: #8fd0bc !important; color: #0b1f18 !important; }
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background-color:#f4f6f5;color:#1f2a27;${FONT};font-size:16px;line-height:1.6;text-align:${align}">
<div class="page" style="padding:24px 12px;background-color:#f4f6f5">
<div style="max-width:560px;margin:0 auto">
<p style="margin:0 0 16px;font-weight:600"><bdi>${escapeHtml(content.store)}</bdi></p>
<div class="card" style="padding:24px 20px 8px;background-color:#ffffff;border:1px solid #dde3e0;border-radius:12px;overflow-wrap:anywhere">
${body}
</div>
<p class="quiet" style="margin:16px 0 0;font-size:13px;color:#52605b">${footer}</p>
</div>
</div>
</body>
</html>
`;
}
