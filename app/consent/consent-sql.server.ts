import { CONSENT_COLUMNS, type ConsentFilter, type ConsentRow } from "./consent-row.ts";

/** A record as the database gives it. */
export type FoundConsent = Omit<ConsentRow, "sealSeq"> & { sealSeq: string | null };

/** What is read of a record, in SQL; `c` is the table. */
export const SELECTED = `${CONSENT_COLUMNS.map((name) => `c."${name}"`).join(", ")}, c."sealSeq",
  c."customerIndex" IS NOT NULL AS "hasCustomer"`;

/** A found record for others. */
export function toConsentRow({ sealSeq, ...row }: FoundConsent): ConsentRow {
  return { ...row, sealSeq: sealSeq === null ? null : Number(sealSeq) };
}

/** Conditions in SQL with their values; the first value is the shop. */
export interface Conditions {
  sql: string;
  values: unknown[];
}

/** A filter in SQL, over the table `c`. Only values come from outside. */
export function conditionsOf(shop: string, filter: ConsentFilter): Conditions {
  const values: unknown[] = [shop];
  const parts = [`c."shop" = $1`];
  const add = (value: unknown, part: (place: string) => string) => {
    if (value === undefined) return;
    values.push(value);
    parts.push(part(`$${values.length}`));
  };
  const { region } = filter;
  add(filter.from, (place) => `c."receivedAt" >= ${place}`);
  add(filter.to, (place) => `c."receivedAt" < ${place}`);
  if (region === "") parts.push(`c."region" IS NULL`);
  else if (region?.includes("-")) add(region, (place) => `c."region" = ${place}`);
  else add(region, (place) => `left(c."region", 2) = ${place}`);
  for (const name of ["language", "device", "source", "variant"] as const)
    add(filter[name], (place) => `c."${name}" = ${place}`);
  add(filter.allows, (place) => `c."allowed" & ${place}::int = ${place}::int`);
  add(filter.refuses, (place) => `c."allowed" & ${place}::int = 0`);
  return { sql: parts.join(" AND "), values };
}
