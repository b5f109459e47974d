import type { Tx } from "../db/database.server.ts";
import type { Link } from "./chain.ts";

/**
 * The end of a store's chain, locked until the transaction ends: nobody else appends meanwhile. `null` when the store
 * has no chain (and then nothing is locked).
 */
export async function lockHead(tx: Tx, shop: string): Promise<Link | null> {
  const [head] = await tx.$queryRaw<{ seq: bigint; hash: Uint8Array }[]>`
    SELECT "seq", "hash" FROM "EvidenceHead" WHERE "shop" = ${shop} FOR UPDATE`;
  return head ? { seq: Number(head.seq), hash: Buffer.from(head.hash).toString("hex") } : null;
}
