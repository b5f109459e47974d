import { tableHtml } from "./html.ts";
import type { Fact } from "./html.ts";
import type { Attribute, OrderLine } from "./items.ts";
import { moneyText } from "./wording.ts";

/** A store's free fields as facts under their own names. */
export function attributeFacts(attributes: readonly Attribute[]): Fact[] {
  return attributes.map(({ name, value }) => [name, value]);
}

/** The lines of an order, draft or checkout as a table. */
export function linesHtml(caption: string, lines: readonly OrderLine[]): string {
  const rows = lines.map((line) => [
    [line.title, line.variant].filter(Boolean).join(" – "),
    line.sku,
    String(line.quantity),
    line.unitPrice === null ? null : moneyText(line.unitPrice),
    line.total === null ? null : moneyText(line.total),
    line.attributes.map(({ name, value }) => `${name}: ${value ?? ""}`).join("; "),
  ]);
  return tableHtml(caption, ["Article", "Article number", "Quantity", "Price each", "Total", "Details"], rows);
}
