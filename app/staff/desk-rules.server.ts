import { inTransaction, prisma, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import type { DeskRules } from "./desk-rules.ts";

/** A store's rules; without any, one person is enough. */
export async function readDeskRules(shop: string, tx: Tx = prisma()): Promise<DeskRules> {
  const row = await tx.deskRules.findUnique({ where: { shop } });
  return { fourEyes: row?.fourEyes ?? false };
}

/** Keeps a store's rules, with evidence when they change. `by`: the pseudonym of who changes them. */
export async function saveDeskRules(
  shop: string,
  { fourEyes }: DeskRules,
  { by, now }: { by: string; now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const before = await readDeskRules(shop, tx);
    await tx.deskRules.upsert({ where: { shop }, create: { shop, fourEyes }, update: { fourEyes } });
    if (before.fourEyes === fourEyes) return;
    await appendEvidence(tx, shop, { kind: "desk.rules-changed", at: now, facts: { fourEyes, staff: by } });
  });
}
