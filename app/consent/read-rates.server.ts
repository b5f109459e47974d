import { pool } from "../db/database.server.ts";
import { PURPOSES, type Purpose } from "../law/purposes.ts";
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
  variant?: string | undefined;
  /** Only first choices, or only changes of an earlier one. */
  isFirst?: boolean | undefined;
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

interface Found {
  group: string | null;
  choices: number;
  signals: number;
  offered: number[];
  allowed: number[];
}

const sums = (column: string) => `ARRAY[${PURPOSES.map((_, at) => `sum("${column}"[${at + 1}])`).join(", ")}]::int[]`;

/** How shoppers chose, by one property or (with null) altogether. Days in their order, else the largest group first. */
export async function readRates(shop: string, filter: RateFilter, by: RateGroup | null): Promise<Rate[]> {
  const { sql, values } = conditions(shop, filter);
  const group = by === null ? "NULL::text" : GROUP_SQL[by];
  const { rows } = await pool().query<Found>(
    `SELECT ${group} AS "group", sum("choices")::int AS "choices", sum("signals")::int AS "signals",
       ${sums("offered")} AS "offered", ${sums("allowed")} AS "allowed"
     FROM "ConsentCount" WHERE ${sql} GROUP BY 1 ORDER BY ${by === "day" ? "1" : "2 DESC, 1"}`,
    values,
  );
  return rows.map(({ offered, allowed, ...rest }) => {
    const entries = PURPOSES.map((purpose, at) => [purpose, { asked: offered[at] ?? 0, allowed: allowed[at] ?? 0 }]);
    return { ...rest, purposes: Object.fromEntries(entries) as Rate["purposes"] };
  });
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
  for (const name of ["language", "device", "source", "variant", "isFirst"] as const) add(filter[name], `"${name}"`);
  return { sql: parts.join(" AND "), values };
}
