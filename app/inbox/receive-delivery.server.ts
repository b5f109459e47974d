import { createHash } from "node:crypto";
import { v7 } from "uuid";
import { inRawTransaction } from "../db/database.server.ts";
import { logFailure, writeTogether } from "../db/write-together.server.ts";
import { enqueueMany } from "../jobs/queue.server.ts";
import { eventKey, type VerifiedDelivery } from "./delivery.ts";
import { sealBody } from "./inbox-key.server.ts";
import { isTopic, type DeliveryNote, type DeliveryStatus } from "./topics.ts";

/** What became of a delivery: its rows and its job are committed, or it was here before, or nothing could be kept. */
export type Received = "recorded" | "seen before" | "unavailable";

/** Shopify waits 5 s for an answer; after this long it is told to come again. Milliseconds. */
const PATIENCE_MS = 4_000;
/** Rows that one statement carries. */
const LARGEST_BATCH = 200;

interface Row {
  shop: string;
  id: string;
  event: string;
  receivedAt: Date;
  topic: string;
  eventId: string | null;
  webhookId: string | null;
  apiVersion: string | null;
  triggeredAt: Date | null;
  bytes: number;
  status: DeliveryStatus;
  note: DeliveryNote | null;
  keyId: string;
  sealedBody: Buffer;
}

const keep = writeTogether<Row, Received>({
  what: "a delivery",
  largestBatch: LARGEST_BATCH,
  patienceMs: PATIENCE_MS,
  write: writeBatch,
});

/**
 * Keeps a delivery and its job, both or neither, exactly once per event, and answers only after the commit. Deliveries
 * that arrive while a commit is under way share the next one, so the door keeps its pace under load.
 */
export async function receiveDelivery(shop: string, delivery: VerifiedDelivery, now: Date): Promise<Received> {
  try {
    return await keep(await makeRow(shop, delivery, now));
  } catch (error) {
    logFailure("a delivery", error);
    return "unavailable";
  }
}

async function makeRow(shop: string, delivery: VerifiedDelivery, receivedAt: Date): Promise<Row> {
  const id = v7();
  const { topic, eventId = null, webhookId = null, apiVersion = null, triggeredAt = null, body } = delivery;
  const hash = createHash("sha256").update(body).digest("hex");
  const isHandled = isTopic(topic);
  return {
    ...{ shop, id, event: eventKey(delivery, hash), receivedAt, topic, eventId, webhookId, apiVersion, triggeredAt },
    bytes: body.length,
    status: isHandled ? "queued" : "needs-look",
    note: isHandled ? null : "unknown-topic",
    ...(await sealBody(shop, id, body)),
  };
}

const COLUMNS = {
  shop: "text",
  id: "uuid",
  event: "text",
  receivedAt: "timestamptz",
  topic: "text",
  eventId: "text",
  webhookId: "text",
  apiVersion: "text",
  triggeredAt: "timestamptz",
  bytes: "int",
  status: "text",
  note: "text",
  keyId: "text",
  sealedBody: "bytea",
} as const satisfies Record<keyof Row, string>;

const NAMES = Object.keys(COLUMNS) as (keyof Row)[];
const KEPT = NAMES.filter((name) => name !== "event").map((name) => `"${name}"`);

// the order keeps two processes from waiting for each other's rows
const INSERT = `
  WITH input AS (SELECT * FROM unnest(${NAMES.map((name, at) => `$${String(at + 1)}::${COLUMNS[name]}[]`).join(", ")})
      AS t(${NAMES.map((name) => `"${name}"`).join(", ")})),
    fresh AS (INSERT INTO "DeliverySeen" ("shop", "event", "delivery", "receivedAt")
      SELECT "shop", "event", "id", "receivedAt" FROM input ORDER BY "shop", "event"
      ON CONFLICT DO NOTHING RETURNING "delivery")
  INSERT INTO "Delivery" (${KEPT.join(", ")})
  SELECT ${KEPT.map((name) => `input.${name}`).join(", ")} FROM input JOIN fresh ON fresh."delivery" = input."id"
  RETURNING "id"::text, "shop", "status"`;

/** Inserts what was not here before, with its jobs, in one transaction. */
async function writeBatch(rows: readonly Row[]): Promise<Received[]> {
  return inRawTransaction(async (client) => {
    const values = NAMES.map((name) => rows.map((row) => row[name]));
    const kept = await client.query<{ id: string; shop: string; status: DeliveryStatus }>(INSERT, values);
    const jobs = kept.rows.filter(({ status }) => status === "queued");
    await enqueueMany(
      client,
      "delivery.carry-out",
      jobs.map(({ shop, id }) => ({ shop, delivery: id })),
    );
    const ids = new Set(kept.rows.map(({ id }) => id));
    return rows.map(({ id }) => (ids.has(id) ? "recorded" : "seen before"));
  });
}
