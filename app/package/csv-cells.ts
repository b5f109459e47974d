import type { Attribute, Money, OrderLine, PostalAddress } from "./items.ts";

/** A row: column name → value. Every row of a table has the same columns, in the same order. */
export type CsvRow = Readonly<Record<string, string | number | boolean | null>>;

/** The parts of an address, as columns. */
export const ADDRESS = [
  "name",
  "company",
  "address1",
  "address2",
  "postalCode",
  "city",
  "province",
  "provinceCode",
  "country",
  "countryCode",
  "phone",
] as const;
/** The columns of a billing address. */
export const BILLING = ADDRESS.map((part) => `billing.${part}`);
/** The columns of a delivery address. */
export const SHIPPING = ADDRESS.map((part) => `shipping.${part}`);

/** An address as cells whose names begin with `prefix`. */
export function addressCells(prefix: string, address: PostalAddress | null): CsvRow {
  return Object.fromEntries(ADDRESS.map((part) => [`${prefix}.${part}`, address?.[part] ?? null]));
}

/** A sum as one cell; its currency stands in a column of its own. */
export function moneyCells(name: string, money: Money | null): CsvRow {
  return { [name]: money?.amount ?? null };
}

/** Free fields as one cell, one a line. */
export function attributesCell(attributes: readonly Attribute[]): string {
  return attributes.map(({ name, value }) => `${name}: ${value ?? ""}`).join("\n");
}

/** The columns of a line of an order, draft or checkout. */
export const LINES = ["title", "variant", "sku", "quantity", "unitPrice", "total", "currency", "attributes"];

/** A line of an order, draft or checkout as cells. */
export function lineCells(line: OrderLine): CsvRow {
  const { title, variant, sku, quantity, unitPrice, total, attributes } = line;
  const sums = { ...moneyCells("unitPrice", unitPrice), ...moneyCells("total", total) };
  const currency = total?.currency ?? unitPrice?.currency ?? null;
  return { title, variant, sku, quantity, ...sums, currency, attributes: attributesCell(attributes) };
}

/** The named fields of an item as cells. */
export function pick<Item, Name extends keyof Item & string>(item: Item, names: readonly Name[]): Pick<Item, Name> {
  return Object.fromEntries(names.map((name) => [name, item[name]])) as Pick<Item, Name>;
}
