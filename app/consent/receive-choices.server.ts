import { derive } from "../crypto/derive.server.ts";
import { seal } from "../crypto/seal.server.ts";
import { pool } from "../db/database.server.ts";
import { logFailure, writeTogether } from "../db/write-together.server.ts";
import { PURPOSE_BIT, PURPOSES } from "../law/purposes.ts";
import { blindIndexes } from "../vault/blind-index.server.ts";
import { shopRoot } from "../vault/shop-root.server.ts";
import { COUNT_COLUMNS } from "./count-columns.ts";
import { judgeChoice, type Judged } from "./judge-choice.ts";
import { keepsIp } from "./keeps-ip.server.ts";
import type { SentChoice } from "./record.ts";
import { shortIp } from "./short-ip.ts";

/** What became of choices: all of them are committed, now or earlier; or at least one could not be kept. */
export type ReceivedChoices = "kept" | "unavailable";

/** Who sent choices, as the proxy's signature and headers say. */
export interface Sender {
  /** The signed-in customer's id; undefined for a guest. */
  customerId: string | undefined;
  /** The shopper's address. Used whole only in memory. */
  ip: string | undefined;
}

/** Shopify's proxy waits longer than this; the browser keeps what was not taken and comes again. Milliseconds. */
const PATIENCE_MS = 5_000;
/** Rows that one statement carries. */
const LARGEST_BATCH = 500;

type Kept = Omit<SentChoice, "v" | "at" | "previous"> & Judged;
interface Row extends Kept {
  shop: string;
  receivedAt: Date;
  previous: string | null;
  clockAt: Date;
  customerIndex: Buffer | null;
  sealedIp: Buffer | null;
}

const keep = writeTogether<Row, "kept">({
  what: "a consent record",
  largestBatch: LARGEST_BATCH,
  patienceMs: PATIENCE_MS,
  write: writeBatch,
});

/**
 * Keeps choices, each exactly once per receipt, and answers only after the commit. Choices that arrive while a commit
 * is under way share the next one. A receipt that is known already changes nothing, whatever else the choice says.
 *
 * Source: GDPR art. 7(1) (the controller can show that consent was given).
 */
export async function receiveChoices(
  shop: string,
  choices: readonly SentChoice[],
  sender: Sender,
  now: Date,
): Promise<ReceivedChoices> {
  try {
    const known = await recogniseSender(shop, sender);
    const kept = await Promise.all(choices.map((choice) => keep(makeRow(shop, choice, known, now))));
    return kept.every((one) => one === "kept") ? "kept" : "unavailable";
  } catch (error) {
    logFailure("a consent record", error);
    return "unavailable";
  }
}

/** What is kept of a sender: a blind index, and a shortened address where the merchant decided so. */
type Recognised = Pick<Row, "customerIndex" | "sealedIp">;

async function recogniseSender(shop: string, { customerId, ip }: Sender): Promise<Recognised> {
  const [customer] = customerId === undefined ? [] : await blindIndexes(shop, { customerId });
  const short = ip !== undefined && (await keepsIp(shop)) ? shortIp(ip) : undefined;
  const sealedIp = short === undefined ? null : seal(await ipKey(shop), Buffer.from(short), ipPlace(shop));
  return { customerIndex: customer?.index ?? null, sealedIp };
}

/** The key of a shop's shortened addresses. */
export async function ipKey(shop: string): Promise<Buffer> {
  return derive(await shopRoot(shop), "consent-ip");
}

/** Where sealed addresses belong. */
export function ipPlace(shop: string): string {
  return `${shop}/ConsentRecord.sealedIp`;
}

function makeRow(shop: string, choice: SentChoice, sender: Recognised, receivedAt: Date): Row {
  const { v: _v, at, previous, ...rest } = choice;
  return {
    ...rest,
    ...judgeChoice(choice, receivedAt),
    ...{ shop, receivedAt, previous: previous === "" ? null : previous, clockAt: new Date(at) },
    ...sender,
  };
}

const COLUMNS = {
  ...{ shop: "text", receivedAt: "timestamptz", id: "uuid", previous: "uuid" },
  ...{ at: "timestamptz", clockAt: "timestamptz", lapsesAt: "timestamptz" },
  ...{ form: "text", allowed: "smallint", offered: "smallint", source: "text", region: "text", regionSource: "text" },
  ...{ model: "text", because: "text", agrees: "bool", signal: "bool", noTrack: "bool" },
  ...{ policy: "int", policyHash: "text", settingsHash: "text", textHash: "text" },
  ...{ language: "text", device: "text", variant: "text", customerIndex: "bytea", sealedIp: "bytea" },
} as const satisfies Record<keyof Row, string>;

const NAMES = Object.keys(COLUMNS) as (keyof Row)[];
const QUOTED = NAMES.map((name) => `"${name}"`).join(", ");
// a choice that was made before its customer was erased comes in without them
const FRESH = NAMES.map((name) =>
  name === "customerIndex"
    ? `CASE WHEN NOT EXISTS (SELECT FROM "ErasedIndex" e WHERE e."shop" = input."shop" AND e."kind" = 'customerId'
         AND e."index" = input."customerIndex" AND e."erasedAt" > input."at") THEN input."customerIndex" END`
    : `input."${name}"`,
).join(", ");
/** What each purpose adds to a counter, and the column that it adds to. */
const COUNTED = PURPOSES.flatMap((purpose) =>
  (["offered", "allowed"] as const).map((what) => ({
    name: COUNT_COLUMNS[purpose][what],
    sql: `count(*) FILTER (WHERE "${what}" & ${PURPOSE_BIT[purpose]} <> 0)`,
  })),
);
const RAISED = ["choices", "signals", ...COUNTED.map(({ name }) => name)];
const COUNT_KEY = `"shop", "day", "region", "language", "device", "source", "form", "variant", "isFirst"`;

// the order of each list keeps two processes from waiting for each other's rows
const INSERT = `
  WITH input AS (SELECT DISTINCT ON ("shop", "id") * FROM unnest(${NAMES.map((name, at) => `$${at + 1}::${COLUMNS[name]}[]`).join(", ")})
      AS t(${QUOTED}) ORDER BY "shop", "id"),
    fresh AS (INSERT INTO "ConsentSeen" ("shop", "id", "receivedAt")
      SELECT "shop", "id", "receivedAt" FROM input ORDER BY "shop", "id" ON CONFLICT DO NOTHING RETURNING "shop", "id"),
    kept AS (INSERT INTO "ConsentRecord" (${QUOTED}) SELECT ${FRESH} FROM input JOIN fresh USING ("shop", "id")
      RETURNING *)
  INSERT INTO "ConsentCount" AS c (${COUNT_KEY}, ${RAISED.map((name) => `"${name}"`).join(", ")})
  SELECT "shop", ("receivedAt" AT TIME ZONE 'UTC')::date, coalesce("region", ''), "language", "device", "source", "form", "variant",
    "previous" IS NULL, count(*), count(*) FILTER (WHERE "signal"), ${COUNTED.map(({ sql }) => sql).join(", ")}
  FROM kept GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9
  ON CONFLICT (${COUNT_KEY}) DO UPDATE SET ${RAISED.map((name) => `"${name}" = c."${name}" + excluded."${name}"`).join(", ")}`;

/** Records, their numbers and the counters that they raise: one statement, one commit. */
async function writeBatch(rows: readonly Row[]): Promise<"kept"[]> {
  await pool().query(
    INSERT,
    NAMES.map((name) => rows.map((row) => row[name])),
  );
  return rows.map(() => "kept");
}
