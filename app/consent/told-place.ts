import type { ConsentModel } from "../law/consent-rules.ts";
import type { PlaceRule } from "./choice.ts";

/**
 * The cookie in which a browser keeps, until it is closed, where Shopify said that the visitor is, and what the law asks
 * there: the next page then asks rightly from its first paint on. A cookie, because the gate reads the choice from one
 * anyway; the browser's session storage makes a page wait for it.
 */
export const PLACE_COOKIE = "_cndr_place";

/** A place and what its law asks. */
export interface ToldPlace extends PlaceRule {
  /** ISO 3166-1 or 3166-2. */
  region: string;
  /** While wordings are compared: a random number that says which one this browser sees, on each page the same; else 0. */
  pick: number;
}

/** The cookie's value: `region.model.months`, and `.pick` where there is one. */
export function writePlace({ region, model, months, pick }: ToldPlace): string {
  return [region, model, months, ...(pick ? [pick] : [])].join(".");
}

/** Reads what `writePlace` wrote; undefined for anything else. */
export function readPlace(value: string): ToldPlace | undefined {
  const found = /^([A-Z\d-]+)\.(opt-in|opt-out|notice)\.(\d+)\.?(\d*)$/.exec(value);
  if (!found) return undefined;
  const [region, model, months, pick] = found.slice(1) as [string, ConsentModel, string, string];
  return { region, model, months: +months, pick: +pick };
}
