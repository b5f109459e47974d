import { bundleText } from "./bundle-text.server.ts";
import { BEFORE_CHAIN, checkpointText, parseEntry } from "./chain.ts";
import { readHead } from "./list-evidence.server.ts";
import { readCheckpoints, readEntries, readLeaves } from "./read-chain.server.ts";
import { signingKey } from "./signing-key.server.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/**
 * The store's whole chain as one signed JSON text, piece by piece with bounded memory, for anyone to check offline with
 * `verify/verify.mjs`. It ends with the entry that was the newest when the export began; a store without a chain gets
 * a bundle without entries. Of a record that is gone (erased, or past its period)
 * the hash stands in `records`.
 *
 * Source: GDPR art. 5(2), art. 30(4) (making the record available).
 */
export async function* exportBundle(shop: string, now: Date): AsyncGenerator<string> {
  const head = (await readHead(shop)) ?? BEFORE_CHAIN;
  yield* bundleText({
    shop,
    exportedAt: now,
    key: await signingKey(shop),
    head: { seq: head.seq, hash: head.hash },
    entries: entries(shop, head.seq),
    records: records(shop, head.seq),
    checkpoints: checkpoints(shop, head.seq),
  });
}

async function* entries(shop: string, upTo: number) {
  for await (const page of readEntries(shop, upTo)) yield page.map(({ body, hash }) => ({ body, hash: hex(hash) }));
}

async function* records(shop: string, upTo: number) {
  for await (const page of readEntries(shop, upTo)) {
    for (const { seq, body } of page) {
      const entry = parseEntry(body);
      if (entry.kind !== "records.sealed") continue;
      const leaves = await readLeaves(shop, { seq, facts: entry.facts });
      if (leaves) yield [{ seq: Number(seq), leaves }];
    }
  }
}

async function* checkpoints(shop: string, upTo: number) {
  for await (const page of readCheckpoints(shop)) {
    yield page
      .filter(({ seq }) => seq <= upTo)
      .map(({ seq, hash, at, signature }) => ({
        seq: Number(seq),
        text: checkpointText(shop, { seq: Number(seq), hash: hex(hash) }, at),
        signature,
      }));
  }
}
