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

/** Conditions in SQL with their values; the first value is the shop. `period` bounds the time, `rest` is all else. */
export interface Conditions {
  period: string;
  rest: string;
  values: unknown[];
}

/** A filter in SQL, over the table `c`. Only values come from outside. */
export function conditionsOf(shop: string, filter: ConsentFilter): Conditions {
  const values: unknown[] = [shop];
  const period = [`c."shop" = $1`];
  const rest = ["true"];
  const add = (parts: string[], value: unknown, part: (place: string) => string) => {
    if (value === undefined) return;
    values.push(value);
    parts.push(part(`$${values.length}`));
  };
  const { region } = filter;
  add(period, filter.from, (place) => `c."receivedAt" >= ${place}`);
  add(period, filter.to, (place) => `c."receivedAt" < ${place}`);
  if (region === "") rest.push(`c."region" IS NULL`);
  else if (region?.includes("-")) add(rest, region, (place) => `c."region" = ${place}`);
  else add(rest, region, (place) => `left(c."region", 2) = ${place}`);
  for (const name of ["language", "device", "source", "form", "variant"] as const)
    add(rest, filter[name], (place) => `c."${name}" = ${place}`);
  add(rest, filter.allows, (place) => `c."allowed" & ${place}::int = ${place}::int`);
  add(rest, filter.refuses, (place) => `c."allowed" & ${place}::int = 0`);
  return { period: period.join(" AND "), rest: rest.join(" AND "), values };
}
