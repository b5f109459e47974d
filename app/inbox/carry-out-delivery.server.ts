import { inTransaction, pool, type Tx } from "../db/database.server.ts";
import { openBody } from "./inbox-key.server.ts";
import { parsePayload, type Payloads } from "./parse-payload.server.ts";
import { isTopic, type DeliveryNote, type Topic } from "./topics.ts";

/** What a handler is told of the delivery itself. */
export interface DeliveryFacts {
  id: string;
  receivedAt: Date;
  /** When the event happened at Shopify, by its own clock; the time of receipt when it didn't say. */
  triggeredAt: Date;
  eventId: string;
}

/**
 * What each topic starts. A handler works inside the transaction that also marks the delivery as done; it may answer a
 * note for staff. It may run again for the same delivery and must then change nothing.
 */
export type DeliveryHandlers = {
  readonly [T in Topic]: (
    tx: Tx,
    shop: string,
    delivery: DeliveryFacts,
    payload: Payloads[T],
  ) => Promise<DeliveryNote | undefined>;
};

/**
 * Does what one delivery asks for, once: the effect, the delivery's new state and the removal of its body are kept
 * together. A body that can't be read stays, marked for a person to look at.
 */
export async function carryOutDelivery(shop: string, id: string, handlers: DeliveryHandlers): Promise<void> {
  const row = await findQueued(shop, id);
  if (!row || !isTopic(row.topic)) return;
  const body = await openBody(shop, id, row.keyId, row.sealedBody);
  const facts = {
    id,
    receivedAt: row.receivedAt,
    triggeredAt: row.triggeredAt ?? row.receivedAt,
    eventId: row.eventId ?? row.webhookId ?? id,
  };
  const run = readyHandler(row.topic, body, handlers);
  await inTransaction(async (tx) => {
    if (!(await takeDelivery(tx, shop, id, row.receivedAt))) return;
    if (!run) {
      await settle(tx, shop, row, "unparsable");
      return;
    }
    const isKnown = (await tx.$queryRaw<unknown[]>`SELECT 1 FROM "Shop" WHERE "shop" = ${shop}`).length > 0;
    const note = await run(tx, shop, facts);
    await settle(tx, shop, row, note ?? (isKnown ? undefined : "unknown-shop"));
  });
}

interface Queued {
  id: string;
  receivedAt: Date;
  topic: string;
  eventId: string | null;
  webhookId: string | null;
  triggeredAt: Date | null;
  keyId: string;
  sealedBody: Buffer;
}

async function findQueued(shop: string, id: string): Promise<Queued | undefined> {
  const { rows } = await pool().query<Queued>(
    `SELECT "id"::text, "receivedAt", "topic", "eventId", "webhookId", "triggeredAt", "keyId", "sealedBody"
     FROM "Delivery" WHERE "shop" = $1 AND "id" = $2 AND "status" = 'queued' AND "sealedBody" IS NOT NULL`,
    [shop, id],
  );
  return rows[0];
}

type Run = (tx: Tx, shop: string, facts: DeliveryFacts) => Promise<DeliveryNote | undefined>;

function readyHandler(topic: Topic, body: Uint8Array, handlers: DeliveryHandlers): Run | undefined {
  const payload = parsePayload(topic, body);
  if (payload === undefined) return undefined;
  // one topic's handler takes that topic's payload, which the compiler can't follow through the union
  const handle = handlers[topic] as (tx: Tx, shop: string, facts: DeliveryFacts, body: unknown) => ReturnType<Run>;
  return (tx, shop, facts) => handle(tx, shop, facts, payload);
}

/** Locks the row; false when another worker has settled it meanwhile. */
async function takeDelivery(tx: Tx, shop: string, id: string, receivedAt: Date): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Delivery" WHERE "shop" = ${shop} AND "id" = ${id}::uuid AND "receivedAt" = ${receivedAt}
    AND "status" = 'queued' FOR UPDATE`;
  return rows.length === 1;
}

async function settle(
  tx: Tx,
  shop: string,
  { id, receivedAt }: { id: string; receivedAt: Date },
  note: DeliveryNote | undefined,
): Promise<void> {
  const status = note === undefined ? "done" : "needs-look";
  // an unreadable body is all there is to look at: it stays, sealed
  const isKept = note === "unparsable";
  await tx.$executeRaw`
    UPDATE "Delivery" SET "status" = ${status}, "note" = ${note ?? null}, "doneAt" = now(), "attempts" = "attempts" + 1,
      "keyId" = CASE WHEN ${isKept} THEN "keyId" END, "sealedBody" = CASE WHEN ${isKept} THEN "sealedBody" END
    WHERE "shop" = ${shop} AND "id" = ${id}::uuid AND "receivedAt" = ${receivedAt}`;
}
