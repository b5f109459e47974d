import { prisma } from "../db/database.server.ts";
import { checkpointText, parseEntry } from "./chain.ts";
import type { RecordKind } from "./kinds.ts";
import { leafHash, inclusionProof } from "./merkle.server.ts";
import { leafData } from "./leaf.server.ts";
import { readHashes } from "./read-chain.server.ts";
import { leafText, type SealedRow } from "./sealed-columns.ts";
import { signingKey } from "./signing-key.server.ts";

/** What a record's row says of its seal. */
export interface SealPlace {
  salt: Uint8Array | null;
  sealSeq: bigint | null;
  sealIndex: number | null;
}

/**
 * One record with all that it takes to check it offline: its text and salt, the hashes from its leaf to the Merkle root
 * (RFC 6962, section 2.1.1), the entry with that root, and the signed checkpoint of the entry. `verify/verify.mjs`
 * reads the format `candor-receipt/1`. Hexadecimal, keys and signatures in base64.
 */
export interface RecordProof {
  format: "candor-receipt/1";
  shop: string;
  record: { salt: string; text: string };
  index: number;
  size: number;
  proof: string[];
  entry: { body: string; hash: string };
  checkpoint: { text: string; signature: string };
  publicKey: string;
  fingerprint: string;
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** Proves one record; null while it is not sealed yet, and for one whose seal's hashes are not there any more. */
export async function proveRecord(
  shop: string,
  kind: RecordKind,
  row: SealedRow & SealPlace,
): Promise<RecordProof | null> {
  const { salt, sealSeq: seq, sealIndex: index } = row;
  if (salt === null || seq === null || index === null) return null;
  const [entry, point, hashes, key] = await Promise.all([
    prisma().evidenceEntry.findFirst({ where: { shop, seq } }),
    prisma().evidenceCheckpoint.findUnique({ where: { shop_seq: { shop, seq } } }),
    readHashes(shop, seq),
    signingKey(shop),
  ]);
  if (!entry || !point || hashes.length === 0) return null;
  const leaf = { salt: Buffer.from(salt), text: leafText(kind, row) };
  // from the row as it is: a record that was changed gets a proof that fails
  const leaves = hashes.map(({ hash }, at) => (at === index ? leafHash(leafData(leaf)) : hash));
  const { body, hash } = entry;
  return {
    format: "candor-receipt/1",
    shop,
    record: { salt: hex(leaf.salt), text: leaf.text },
    index,
    size: leaves.length,
    proof: inclusionProof(leaves, index).map(hex),
    entry: { body, hash: hex(hash) },
    checkpoint: {
      text: checkpointText(shop, { seq: parseEntry(body).seq, hash: hex(point.hash) }, point.at),
      signature: Buffer.from(point.signature).toString("base64"),
    },
    publicKey: key.publicKey.toString("base64"),
    fingerprint: key.fingerprint,
  };
}
