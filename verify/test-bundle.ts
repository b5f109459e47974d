import { createHash } from "node:crypto";
import { bundleText } from "../app/evidence/bundle-text.server.ts";
import { BEFORE_CHAIN, checkpointText, entryBody, entryText, type Link, type NewEntry } from "../app/evidence/chain.ts";
import { sha256 } from "../app/evidence/hash.server.ts";
import { shareHash, type Leaf } from "../app/evidence/leaf.server.ts";
import { treeHash } from "../app/evidence/merkle.server.ts";
import { signingKeyFrom, type SigningKey } from "../app/evidence/signing-key.server.ts";

export const SHOP = "rosewood-jewellery.myshopify.com";
const START = Date.UTC(2026, 10, 2, 9, 30);

/** A signing key that is the same for the same name. */
export function keyNamed(name: string): SigningKey {
  return signingKeyFrom(createHash("sha256").update(name).digest());
}

/** How a test bundle is made: how many entries, each how many-th seals records, each how many-th has a checkpoint. */
export interface BundleShape {
  entries: number;
  sealEvery: number;
  checkpointEvery: number;
  key?: SigningKey;
}

/** A bundle as the export writes it, made without a database. */
export async function makeBundle(shape: BundleShape): Promise<string> {
  const key = shape.key ?? keyNamed("the shop's key");
  const entries: { body: string; hash: string }[] = [];
  const records: { seq: number; leaves: Leaf[] }[] = [];
  const checkpoints: { seq: number; text: string; signature: Buffer }[] = [];
  let head: Link = BEFORE_CHAIN;
  for (let seq = 1; seq <= shape.entries; seq += 1) {
    const at = new Date(START + seq * 60_000);
    const leaves = seq > 1 && seq % shape.sealEvery === 0 ? makeLeaves(seq) : undefined;
    const body = entryText(entryBody(SHOP, head, leaves ? sealed(leaves, at) : plain(seq, at, key)));
    head = { seq, hash: sha256(body).toString("hex") };
    entries.push({ body, hash: head.hash });
    if (leaves) records.push({ seq, leaves });
    if (seq % shape.checkpointEvery === 0) {
      const text = checkpointText(SHOP, head, at);
      checkpoints.push({ seq, text, signature: key.sign(text) });
    }
  }
  const exportedAt = new Date(START + (shape.entries + 1) * 60_000);
  const pages = { entries: [entries], records: [records], checkpoints: [checkpoints] };
  let text = "";
  for await (const piece of bundleText({ shop: SHOP, exportedAt, key, head, ...pages })) text += piece;
  return text;
}

function plain(seq: number, at: Date, key: SigningKey): NewEntry {
  if (seq === 1) {
    return { kind: "chain.started", at, facts: { algorithm: "Ed25519", publicKey: key.publicKey.toString("base64") } };
  }
  const request = `0190c0de-0000-7000-8000-${String(seq).padStart(12, "0")}`;
  const deadline = new Date(+at + 2.6e9).toISOString();
  const facts = { requestKind: "access", source: "shopify", law: "gdpr", deadline } as const;
  return { kind: "request.opened", at, request, subject: `p_${sha256(request).toString("hex").slice(0, 16)}`, facts };
}

function sealed(leaves: Leaf[], at: Date): NewEntry {
  const root = treeHash(leaves.map(shareHash)).toString("hex");
  const when = at.toISOString();
  return {
    kind: "records.sealed",
    at,
    facts: { records: "delivery", count: leaves.length, root, first: when, last: when },
  };
}

function makeLeaves(seq: number): Leaf[] {
  return Array.from({ length: 1 + (seq % 7) }, (_, index) => ({
    salt: sha256(`salt ${seq} ${index}`).subarray(0, 16),
    text: `{"bytes":${100 + index},"topic":"orders/create — Größe, 東京"}`,
  }));
}
