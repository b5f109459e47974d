import { pool, prisma } from "../db/database.server.ts";
import { parseEntry } from "../evidence/chain.ts";
import { PlainProblem, plainCause } from "../jobs/cause.ts";
import { eachByItself } from "../jobs/each-by-itself.server.ts";
import { callOut } from "../outbound/call-out.server.ts";
import { signWebhook } from "../outbound/sign-webhook.server.ts";
import { openForShop } from "../vault/shop-seal.server.ts";
import { secretColumn } from "./endpoints.server.ts";
import { eventOf, EVENTS, waitAfter, type RequestEvent } from "./events.ts";

/** Endpoints that one job serves, and changes that each is told of in one go. The rest comes with the next minute. */
const AT_ONCE = { endpoints: 500, events: 50 };
/** An endpoint has this long (ms) to say that it took a change. */
const WITHIN_MS = 10_000;

interface Due {
  shop: string;
  endpoint: string;
}

/**
 * The job of each minute: tells the stores' own addresses what changed since, in the order of the evidence, each change
 * at least once and under one id, so that a repeated one is known (Standard Webhooks). An address that does not take one is
 * asked again later, and told of nothing younger before: nothing is left out, nothing comes out of order.
 */
export async function sendEvents(now: Date): Promise<void> {
  const { rows } = await pool().query<Due>(
    `SELECT e."shop", e."id"::text AS "endpoint" FROM "EventEndpoint" e JOIN "EvidenceHead" h ON h."shop" = e."shop"
     WHERE e."nextTryAt" <= $1 AND h."seq" > e."seq" ORDER BY e."nextTryAt" LIMIT $2`,
    [now, AT_ONCE.endpoints],
  );
  await eachByItself("integration.send", rows, ({ shop, endpoint }) => tell(shop, endpoint, now));
}

async function tell(shop: string, id: string, now: Date): Promise<void> {
  const row = await prisma().eventEndpoint.findUnique({ where: { shop_id: { shop, id } } });
  if (!row) return;
  const secret = (await openForShop(shop, secretColumn(id), row.sealedSecret)).toString();
  const { events, last } = await eventsSince(shop, Number(row.seq));
  try {
    for (const event of events) {
      await send({ url: row.url, secret, id: `${id}.${String(event.data.evidence.seq)}` }, event, now);
      await note(shop, id, { seq: BigInt(event.data.evidence.seq), toldAt: now, failures: 0, cause: null });
    }
    await note(shop, id, { seq: BigInt(last), failures: 0, cause: null, nextTryAt: now });
  } catch (error) {
    const failures = row.failures + 1;
    await note(shop, id, {
      failures,
      cause: plainCause(error),
      nextTryAt: new Date(now.getTime() + waitAfter(failures)),
    });
  }
}

type Note = Parameters<ReturnType<typeof prisma>["eventEndpoint"]["updateMany"]>[0]["data"];

async function note(shop: string, id: string, data: Note): Promise<void> {
  await prisma().eventEndpoint.updateMany({ where: { shop, id }, data });
}

/** What changed after an entry, and how far the chain was read. */
async function eventsSince(shop: string, seq: number): Promise<{ events: RequestEvent[]; last: number }> {
  const head = await prisma().evidenceHead.findUniqueOrThrow({ where: { shop } });
  const rows = await prisma().evidenceEntry.findMany({
    where: { shop, seq: { gt: seq, lte: head.seq }, kind: { in: [...EVENTS] } },
    orderBy: { seq: "asc" },
    take: AT_ONCE.events,
    select: { body: true },
  });
  const events = rows.flatMap(({ body }) => eventOf(parseEntry(body)) ?? []);
  const isAll = rows.length < AT_ONCE.events;
  return { events, last: isAll ? Number(head.seq) : (events.at(-1)?.data.evidence.seq ?? seq) };
}

async function send(
  { url, secret, id }: { url: string; secret: string; id: string },
  event: RequestEvent,
  at: Date,
): Promise<void> {
  const body = JSON.stringify(event);
  const headers = { "Content-Type": "application/json", ...signWebhook(secret, { id, body, at }) };
  const { status } = await callOut("Your address", { url, method: "POST", headers, body, within: WITHIN_MS });
  if (status < 200 || status >= 300)
    throw new PlainProblem(`Your address answered with HTTP ${String(status)}; it must answer with 2xx.`);
}
