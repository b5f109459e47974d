import { prisma, type Tx } from "../db/database.server.ts";
import { identifiers, type Identity } from "../vault/identity.ts";
import type { PersonalDataKeeper } from "../vault/keeper.ts";
import { openBody } from "./inbox-key.server.ts";
import { parsePayload } from "./parse-payload.server.ts";

/** Deliveries keep a body only while they wait, so few have to be opened. */
const MOST_OPENED = 1_000;

/** Finds and erases persons in the bodies of deliveries that nobody could read or that still wait. */
export const inboxKeeper: PersonalDataKeeper<Tx> = {
  async find(shop, person) {
    const about = await deliveriesAbout(prisma(), shop, person.identity);
    return about.map((delivery) => ({
      kind: "Message from Shopify, waiting",
      recordedAt: delivery.receivedAt.toISOString(),
      facts: [{ label: "Topic", value: delivery.topic }],
    }));
  },
  async erase(tx, shop, person) {
    const about = (await deliveriesAbout(tx, shop, person.identity)).filter(({ status }) => status !== "queued");
    for (const { id, receivedAt } of about)
      await tx.delivery.update({
        where: { shop_id_receivedAt: { shop, id, receivedAt } },
        data: { sealedBody: null, keyId: null },
      });
    return { Delivery: about.length };
  },
};

interface Waiting {
  id: string;
  receivedAt: Date;
  topic: string;
  status: string;
  keyId: string;
  sealedBody: Uint8Array;
}

async function deliveriesAbout(tx: Tx, shop: string, identity: Identity): Promise<Waiting[]> {
  const rows = await tx.$queryRaw<Waiting[]>`
    SELECT "id"::text, "receivedAt", "topic", "status", "keyId", "sealedBody" FROM "Delivery"
    WHERE "shop" = ${shop} AND "status" <> 'done' AND "sealedBody" IS NOT NULL
    ORDER BY "receivedAt" DESC LIMIT ${MOST_OPENED}`;
  const about: Waiting[] = [];
  for (const row of rows) {
    const body = await openBody(shop, row.id, row.keyId, row.sealedBody);
    if (mentions(body, identity)) about.push(row);
  }
  return about;
}

/** Whether a body names the person; one that can't be read is searched as text. */
function mentions(body: Uint8Array, identity: Identity): boolean {
  const parsed = parsePayload("customers/redact", body);
  const wanted = identifiers(identity);
  if (parsed) {
    const named = identifiers(parsed.customer);
    return wanted.some(({ kind, value }) => named.some((other) => other.kind === kind && other.value === value));
  }
  const text = Buffer.from(body).toString("utf8").toLowerCase();
  return wanted.some(({ value }) => text.includes(value));
}
