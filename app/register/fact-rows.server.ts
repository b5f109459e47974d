import { open, seal } from "../crypto/seal.server.ts";
import { derive } from "../crypto/derive.server.ts";
import type { Tx } from "../db/database.server.ts";
import { log } from "../log.server.ts";
import { shopRoot } from "../vault/shop-root.server.ts";
import type { AnyFact, FactKind } from "./facts.ts";
import { parseFact } from "./fact-shapes.server.ts";
import { kindOf } from "./kinds.ts";

/** Kinds that may name a person: a privacy officer, a store that bears its owner's name. */
const SEALED: readonly FactKind[] = ["store", "contacts"];

/** What is kept of a register, beside the store's services. */
export interface KeptFacts {
  facts: AnyFact[];
  /** Ids of usual facts that are not so, or of what staff took out. */
  removed: string[];
}

const place = (shop: string, id: string) => `${shop}/RegisterFact.sealedBody ${id}`;

async function factKey(shop: string): Promise<Buffer> {
  return derive(await shopRoot(shop), "register-fact");
}

/** Every row of a store's register, in the order of the ids. What a later version wrote and this cannot read is passed over. */
export async function readFactRows(shop: string, tx: Pick<Tx, "registerFact">): Promise<KeptFacts> {
  const rows = await tx.registerFact.findMany({ where: { shop }, orderBy: { id: "asc" } });
  const key = rows.some(({ sealedBody }) => sealedBody !== null) ? await factKey(shop) : undefined;
  const kept: KeptFacts = { facts: [], removed: [] };
  for (const { id, status, origin, ref, isRemoved, body, sealedBody } of rows) {
    if (isRemoved) {
      kept.removed.push(id);
      continue;
    }
    const text = sealedBody && key ? open(key, sealedBody, place(shop, id)).toString() : (body ?? "{}");
    const fact = parseFact(shop, { ...(JSON.parse(text) as object), id, status, origin, ref });
    if (fact) kept.facts.push(fact);
    else log().warn({ shop, fact: id }, "a fact of the register cannot be read");
  }
  return kept;
}

/** Keeps a fact in place of what was said under its id. */
export async function writeFactRow(tx: Tx, shop: string, fact: AnyFact, now: Date): Promise<void> {
  const { id, status, origin, ref, ...said } = fact;
  const kind = kindOf(id);
  const text = JSON.stringify(said);
  const isSealed = kind !== undefined && SEALED.includes(kind);
  const row = {
    ...{ status, origin, ref, isRemoved: false, changedAt: now, body: isSealed ? null : text },
    sealedBody: isSealed ? seal(await factKey(shop), Buffer.from(text), place(shop, id)) : null,
  };
  await tx.registerFact.upsert({ where: { shop_id: { shop, id } }, create: { shop, id, ...row }, update: row });
}

/** Keeps that something is not so, though it usually is; nothing of what was said remains. */
export async function writeRemoval(
  tx: Tx,
  shop: string,
  id: string,
  { origin, ref, now }: { origin: string; ref: string; now: Date },
): Promise<void> {
  const row = { status: "confirmed", origin, ref, isRemoved: true, body: null, sealedBody: null, changedAt: now };
  await tx.registerFact.upsert({ where: { shop_id: { shop, id } }, create: { shop, id, ...row }, update: row });
}

/** Forgets what was said under some ids; what is usual holds again. */
export async function deleteFactRows(tx: Tx, shop: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.registerFact.deleteMany({ where: { shop, id: { in: [...ids] } } });
}
