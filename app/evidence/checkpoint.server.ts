import { prisma } from "../db/database.server.ts";
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
  const key = await signingKey(shop);
  const signature = new Uint8Array(key.sign(checkpointText(shop, head, now)));
  await prisma().evidenceCheckpoint.createMany({
    data: [{ shop, seq: head.seq, hash: new Uint8Array(Buffer.from(head.hash, "hex")), at: now, signature }],
    skipDuplicates: true,
  });
  return { seq: head.seq, hash: head.hash };
}
