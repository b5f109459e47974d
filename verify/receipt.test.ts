import fc from "fast-check";
import { expect, test } from "vitest";
import { BEFORE_CHAIN, checkpointText, entryBody, entryText } from "../app/evidence/chain.ts";
import { sha256 } from "../app/evidence/hash.server.ts";
import { shareHash } from "../app/evidence/leaf.server.ts";
import { inclusionProof, treeHash } from "../app/evidence/merkle.server.ts";
import { keyNamed, SHOP } from "./test-bundle.ts";
import { verify } from "./verify.mjs";

const KEY = keyNamed("the shop's key");
const hex = (bytes: Buffer) => bytes.toString("hex");

/** A receipt of one of `size` records, made without a database. */
function makeReceipt(size: number, index: number, more: object = {}) {
  const leaves = Array.from({ length: size }, (_, at) => ({
    salt: sha256(`salt ${at}`).subarray(0, 16),
    text: JSON.stringify({
      allowed: at % 16,
      at: "2026-11-24T00:00:00.000Z",
      id: String(at),
      offered: 15,
      source: "banner",
      ...more,
    }),
  }));
  const hashes = leaves.map(shareHash);
  const at = new Date("2026-11-24T00:05:00.000Z");
  const when = at.toISOString();
  const facts = { records: "consent" as const, count: size, root: hex(treeHash(hashes)), first: when, last: when };
  const body = entryText(entryBody(SHOP, { ...BEFORE_CHAIN, seq: 7 }, { kind: "records.sealed", at, facts }));
  const hash = hex(sha256(body));
  const text = checkpointText(SHOP, { seq: 8, hash }, at);
  const leaf = leaves[index];
  return {
    format: "candor-receipt/1",
    shop: SHOP,
    record: { salt: hex(leaf?.salt ?? Buffer.alloc(0)), text: leaf?.text ?? "" },
    ...{ index, size, proof: inclusionProof(hashes, index).map(hex) },
    entry: { body, hash },
    checkpoint: { text, signature: KEY.sign(text).toString("base64") },
    ...{ publicKey: KEY.publicKey.toString("base64"), fingerprint: KEY.fingerprint },
  };
}

const places = fc.integer({ min: 1, max: 300 }).chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)));
const isOk = async (file: object, expected = {}) => (await verify(JSON.stringify(file), expected)).ok;

test("the receipt of any record of a batch of any size is verified", async () => {
  await fc.assert(
    fc.asyncProperty(places, async ([size, index]) => {
      expect(await isOk(makeReceipt(size, index), { shop: SHOP, key: KEY.fingerprint })).toBe(true);
    }),
  );
});

test("no other place, size, salt, proof, entry or key passes for it", async () => {
  await fc.assert(
    fc.asyncProperty(places, fc.nat(299), fc.nat(299), async ([size, index], other, step) => {
      const receipt = makeReceipt(size, index);
      if (other !== index) expect(await isOk({ ...receipt, index: other })).toBe(false);
      expect(await isOk({ ...receipt, size: size + 1 })).toBe(false);
      expect(await isOk({ ...receipt, record: { ...receipt.record, salt: "00".repeat(16) } })).toBe(false);
      expect(await isOk({ ...receipt, record: { hash: "00".repeat(32) } })).toBe(false);
      expect(await isOk({ ...receipt, proof: [...receipt.proof, "00".repeat(32)] })).toBe(false);
      if (size > 1)
        expect(await isOk({ ...receipt, proof: receipt.proof.toSpliced(step % receipt.proof.length, 1) })).toBe(false);
      expect(await isOk({ ...receipt, checkpoint: makeReceipt(size + 1, index).checkpoint })).toBe(false);
      expect(await isOk({ ...receipt, shop: "another.myshopify.com" })).toBe(false);
      expect(await isOk(receipt, { key: keyNamed("another").fingerprint })).toBe(false);
      expect(await isOk(receipt, { shop: "another.myshopify.com" })).toBe(false);
    }),
    { numRuns: 40 },
  );
});

test("the texts and settings that come with a receipt must be those that the record names", async () => {
  const [texts, settings] = ['{"banner":{"title":"May we?"}}', '{"look":{}}'];
  const named = { textHash: hex(sha256(texts)), settingsHash: hex(sha256(settings)) };
  const receipt = makeReceipt(5, 3, named);
  expect(await isOk({ ...receipt, shown: { texts, settings } })).toBe(true);
  expect(await isOk({ ...receipt, shown: { texts: null, settings: null } })).toBe(true);
  expect(await isOk({ ...receipt, shown: { texts: texts.replace("May", "May not"), settings } })).toBe(false);
  expect(await isOk({ ...receipt, shown: { texts, settings: texts } })).toBe(false);
});

test("what a receipt says is told in a sentence", async () => {
  const verdict = await verify(JSON.stringify(makeReceipt(5, 3)));
  expect(verdict.ok && verdict.summary).toMatch(
    /^receipt 3 of .* a shopper allowed preferences, analytics \(asked about preferences, analytics, marketing, sale\), through banner/,
  );
});
