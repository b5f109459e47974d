import { prisma, type Tx } from "../db/database.server.ts";
import { checkpointText, type Link } from "./chain.ts";
import { readHead } from "./list-evidence.server.ts";
import { signingKey } from "./signing-key.server.ts";

/**
 * Signs "at this time the chain ended here". Whoever has kept a checkpoint can show later that the chain up to it was
 * never rewritten. The same end is signed once, however often this is called. `null` when the store has no chain.
 *
 * Source: RFC 8032 (Ed25519); GDPR art. 5(2).
 */
export async function checkpoint(shop: string, now: Date): Promise<Link | null> {
  const head = await readHead(shop);
  if (!head) return null;
  await keepCheckpoint(prisma(), shop, head, now);
  return { seq: head.seq, hash: head.hash };
}

/** Signs and keeps "at this time the chain ended here", for an end that the caller knows. */
export async function keepCheckpoint(tx: Tx, shop: string, { seq, hash }: Link, now: Date): Promise<void> {
  const key = await signingKey(shop);
  const signature = new Uint8Array(key.sign(checkpointText(shop, { seq, hash }, now)));
  await tx.evidenceCheckpoint.createMany({
    data: [{ shop, seq, hash: new Uint8Array(Buffer.from(hash, "hex")), at: now, signature }],
    skipDuplicates: true,
  });
}
