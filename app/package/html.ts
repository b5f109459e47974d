const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** What most texts have none of: what escaping would change. */
const NOT_PLAIN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff&<>"']/;

/** Text made safe for HTML, inside elements and quoted attributes. Control characters that HTML forbids are dropped. */
export function escapeHtml(text: string): string {
  if (!NOT_PLAIN.test(text)) return text;
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, "")
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

/** A label and what it says; null and empty values are not shown. */
export type Fact = readonly [label: string, value: string | null];

/** Facts as a description list. `dir="auto"` sets names in any script right. Empty when there is nothing to show. */
export function factsHtml(facts: readonly Fact[]): string {
  const rows = facts.flatMap(([label, value]) =>
    value === null || value === ""
      ? []
      : [`<div><dt>${escapeHtml(label)}</dt><dd dir="auto">${escapeHtml(value)}</dd></div>`],
  );
  return rows.length === 0 ? "" : `<dl>${rows.join("")}</dl>`;
}

/** A table with a caption and a header for every column. Empty when there are no rows. */
export function tableHtml(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): string {
  if (rows.length === 0) return "";
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join("");
  const body = rows
    .map((row) => `<tr>${row.map((cell) => `<td dir="auto">${escapeHtml(cell ?? "")}</td>`).join("")}</tr>`)
    .join("");
  const table = `<table><caption>${escapeHtml(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
  // A table wider than a telephone scrolls by itself, and a keyboard must be able to reach it.
  return `<div class="wide" role="region" aria-label="${escapeHtml(caption)}" tabindex="0">${table}</div>`;
}
