import { pool } from "../db/database.server.ts";
import { PURPOSES, type Purpose } from "../law/purposes.ts";
import { COUNT_COLUMNS } from "./count-columns.ts";
import type { ChoiceSource, Device } from "./record.ts";

/** By what choices can be grouped. `region` keeps parts of countries apart, `country` does not. */
export const RATE_GROUPS = ["day", "region", "country", "language", "device", "source", "variant"] as const;
/** By what choices are grouped. */
export type RateGroup = (typeof RATE_GROUPS)[number];

/** How shoppers of one group chose. */
export interface Rate {
  /** The day (YYYY-MM-DD, UTC), region, language …; "" for an unknown place, null for the whole. */
  group: string | null;
  choices: number;
  /** Of them with Global Privacy Control on. */
  signals: number;
  /** Of those who were asked about a purpose, how many allowed it. */
  purposes: Readonly<Record<Purpose, { asked: number; allowed: number }>>;
}

/** Which choices count. */
export interface RateFilter {
  /** Days, YYYY-MM-DD in UTC, both included. */
  from: string;
  to: string;
  /** "US" or "US-CA"; "" for an unknown place. */
  region?: string | undefined;
  language?: string | undefined;
  device?: Device | undefined;
  source?: ChoiceSource | undefined;
  /** A yes or no to a question with nothing ticked, or an opt-out of what was allowed. */
  form?: "consent" | "opt-out" | undefined;
  variant?: string | undefined;
  /** Only first choices, or only changes of an earlier one. */
  isFirst?: boolean | undefined;
  /** Only what shoppers answered, without what a signal of their browser alone decided. */
  isAnswer?: boolean | undefined;
  /** Only what was answered while wordings were compared. */
  isCompared?: boolean | undefined;
}

const GROUP_SQL: Readonly<Record<RateGroup, string>> = {
  day: `to_char("day", 'YYYY-MM-DD')`,
  region: `"region"`,
  country: `left("region", 2)`,
  language: `"language"`,
  device: `"device"`,
  source: `"source"`,
  variant: `"variant"`,
};

type Sum = (typeof COUNT_COLUMNS)[Purpose]["offered" | "allowed"];
type Found = { group: string | null; choices: number; signals: number } & Record<Sum, number>;

const SUMS = ["choices", "signals", ...PURPOSES.flatMap((purpose) => Object.values(COUNT_COLUMNS[purpose]))]
  .map((name) => `sum("${name}")::int AS "${name}"`)
  .join(", ");

/** How shoppers chose, by one property or (with null) altogether. Days in their order, else the largest group first. */
export async function readRates(shop: string, filter: RateFilter, by: RateGroup | null): Promise<Rate[]> {
  const { sql, values } = conditions(shop, filter);
  const group = by === null ? "NULL::text" : GROUP_SQL[by];
  const { rows } = await pool().query<Found>(
    `SELECT ${group} AS "group", ${SUMS}
     FROM "ConsentCount" WHERE ${sql} GROUP BY ${by === "day" ? `"day" ORDER BY "day"` : "1 ORDER BY 2 DESC, 1"}`,
    values,
  );
  return rows.map(toRate);
}

function toRate(found: Found): Rate {
  const { group, choices, signals } = found;
  const entries = PURPOSES.map((purpose) => {
    const { offered, allowed } = COUNT_COLUMNS[purpose];
    return [purpose, { asked: found[offered], allowed: found[allowed] }];
  });
  return { group, choices, signals, purposes: Object.fromEntries(entries) as Rate["purposes"] };
}

function conditions(shop: string, filter: RateFilter): { sql: string; values: unknown[] } {
  const values: unknown[] = [shop, filter.from, filter.to];
  const parts = [`"shop" = $1 AND "day" BETWEEN $2::date AND $3::date`];
  const add = (value: unknown, left: string) => {
    if (value === undefined) return;
    values.push(value);
    parts.push(`${left} = $${values.length}`);
  };
  add(filter.region, filter.region?.length === 2 ? GROUP_SQL.country : GROUP_SQL.region);
  for (const name of ["language", "device", "source", "form", "variant", "isFirst"] as const)
    add(filter[name], `"${name}"`);
  if (filter.isAnswer === true) parts.push(`"source" <> 'signal'`);
  if (filter.isCompared === true) parts.push(`"variant" <> ''`);
  return { sql: parts.join(" AND "), values };
}
