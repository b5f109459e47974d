import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { sha256 } from "../app/evidence/hash.server.ts";
import { keyNamed, makeBundle, SHOP, type BundleShape } from "./test-bundle.ts";
import { verify, type Expected } from "./verify.mjs";

interface Bundle {
  shop: string;
  publicKey: string;
  fingerprint: string;
  entries: { body: string; hash: string }[];
  records: { seq: number; leaves: { salt: string; text: string }[] }[];
  checkpoints: { seq: number; text: string; signature: string }[];
  head: { seq: number; hash: string };
  statement: string;
  signature: string;
}

const N = 24;
const SHAPE: BundleShape = { entries: N, sealEvery: 5, checkpointEvery: 7 };
let text = "";
beforeAll(async () => {
  text = await makeBundle(SHAPE);
});

const seqs = fc.integer({ min: 1, max: N });
const read = () => JSON.parse(text) as Bundle;
const place = async (changed: Bundle | string, expected?: Expected) => {
  const verdict = await verify(typeof changed === "string" ? changed : JSON.stringify(changed), expected);
  return verdict.ok ? "intact" : verdict.seq;
};
/** The list's item with this number (from 1). */
const at = <T>(list: T[], seq: number): T => {
  const item = list[seq - 1];
  if (item === undefined) throw new Error(`there is no ${seq}`);
  return item;
};
const hashed = (body: string) => ({ body, hash: sha256(body).toString("hex") });
const flipBit = (bytes: Buffer, position: number, bit: number) => {
  const flipped = Buffer.from(bytes);
  flipped[position] = (bytes[position] ?? 0) ^ (1 << bit);
  return flipped.toString("utf8");
};

describe("an untouched bundle", () => {
  test("is found complete, whatever its size", async () => {
    const shapes = fc.record({
      entries: fc.integer({ min: 0, max: 40 }),
      sealEvery: fc.integer({ min: 2, max: 9 }),
      checkpointEvery: fc.integer({ min: 1, max: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(shapes, async (shape) => {
        const verdict = await verify(await makeBundle(shape));
        expect(verdict).toMatchObject({ ok: true, entries: shape.entries });
      }),
      { numRuns: 40 },
    );
  });

  test("agrees with the fingerprint and the end that were noted elsewhere", async () => {
    const { fingerprint, entries } = read();
    const head = { seq: 9, hash: at(entries, 9).hash };
    expect(await place(text, { key: fingerprint, head })).toBe("intact");
    expect(await place(text, { key: fingerprint.toUpperCase() })).toBe("intact");
  });

  test("does not agree with another fingerprint or another end", async () => {
    expect(await place(text, { key: keyNamed("another key").fingerprint })).toBe(1);
    expect(await place(text, { head: { seq: 9, hash: at(read().entries, 8).hash } })).toBe(9);
    expect(await place(text, { head: { seq: 99, hash: "00" } })).toBe(99);
  });
});

describe("a changed entry is named", () => {
  test("when one bit of its line in the file is flipped", async () => {
    await fc.assert(
      fc.asyncProperty(seqs, fc.nat(), fc.integer({ min: 0, max: 7 }), async (seq, where, bit) => {
        const lines = text.split("\n");
        const before = Buffer.byteLength(lines.slice(0, seq).join("\n")) + 1;
        const position = before + (where % Buffer.byteLength(lines[seq] ?? ""));
        expect(await place(flipBit(Buffer.from(text), position, bit))).toBe(seq);
      }),
      { numRuns: 400 },
    );
  });

  test("when it was rewritten together with its hash", async () => {
    await fc.assert(
      fc.asyncProperty(seqs, async (seq) => {
        const bundle = read();
        const old = at(bundle.entries, seq);
        bundle.entries[seq - 1] = hashed(old.body.replace('"at":"2026-11', '"at":"2026-10'));
        expect(await place(bundle)).toBe(seq);
      }),
    );
  });

  test("when its link to the entry before was rewritten together with its hash", async () => {
    await fc.assert(
      fc.asyncProperty(seqs, async (seq) => {
        const bundle = read();
        const { body } = at(bundle.entries, seq);
        bundle.entries[seq - 1] = hashed(body.replace(/"prev":"[0-9a-f]{8}/, '"prev":"0badc0de'));
        expect(await place(bundle)).toBe(seq);
      }),
    );
  });
});

describe("the place is named", () => {
  test("where an entry was removed", async () => {
    await fc.assert(
      fc.asyncProperty(seqs, async (seq) => {
        const bundle = read();
        bundle.entries.splice(seq - 1, 1);
        expect(await place(bundle)).toBe(seq);
      }),
    );
  });

  test("where entries changed places", async () => {
    await fc.assert(
      fc.asyncProperty(seqs, seqs, async (a, b) => {
        fc.pre(a !== b);
        const bundle = read();
        const [first, second] = [at(bundle.entries, a), at(bundle.entries, b)];
        bundle.entries[a - 1] = second;
        bundle.entries[b - 1] = first;
        expect(await place(bundle)).toBe(Math.min(a, b));
      }),
    );
  });

  test("where an entry was put in a second time", async () => {
    await fc.assert(
      fc.asyncProperty(seqs, seqs, async (from, to) => {
        const bundle = read();
        bundle.entries.splice(to - 1, 0, at(bundle.entries, from));
        expect(await place(bundle)).toBe(from === to - 1 ? from : to);
      }),
    );
  });

  test("where a well-made entry was put in", async () => {
    await fc.assert(
      fc.asyncProperty(seqs, async (seq) => {
        const bundle = read();
        const forged = at(bundle.entries, seq).body.replace(/"kind":"[^"]*"/, '"kind":"request.closed"');
        bundle.entries.splice(seq - 1, 0, hashed(forged));
        expect(await place(bundle)).toBe(seq);
      }),
    );
  });

  test("where the tail was cut off", async () => {
    await fc.assert(
      fc.asyncProperty(seqs, async (seq) => {
        const bundle = read();
        bundle.entries.splice(seq - 1);
        expect(await place(bundle)).toBe(seq);
      }),
    );
  });

  test("where the file itself ends too early, within a line or between two", async () => {
    const lines = text.split("\n");
    const within = fc.tuple(fc.integer({ min: 1, max: N - 1 }), fc.nat());
    await fc.assert(
      fc.asyncProperty(within, async ([seq, where]) => {
        const line = lines[seq] ?? "";
        const before = lines.slice(0, seq).join("\n");
        expect(await place(`${before}\n${line.slice(0, where % (line.length - 1))}`)).toBe(seq);
        for (const end of [line.slice(0, -1), line, `${line}\n`])
          expect(await place(`${before}\n${end}`)).toBe(seq + 1);
      }),
    );
  });
});

describe("a forger without the key", () => {
  test("cannot cut off the tail and move the end", async () => {
    const bundle = read();
    bundle.entries.splice(22);
    bundle.head = { seq: 22, hash: at(bundle.entries, 22).hash };
    expect(await place(bundle)).toBe(22);
  });

  test("cannot move the end before a checkpoint", async () => {
    const bundle = read();
    bundle.entries.splice(18);
    bundle.head = { seq: 18, hash: at(bundle.entries, 18).hash };
    expect(await place(bundle)).toBe(21);
  });

  test("cannot sign the same chain with another key", async () => {
    const [own, other] = [read(), keyNamed("another key")];
    own.publicKey = other.publicKey.toString("base64");
    own.fingerprint = other.fingerprint;
    own.signature = other.sign(own.statement).toString("base64");
    own.checkpoints.forEach((point) => (point.signature = other.sign(point.text).toString("base64")));
    expect(await place(own)).toBe(1);
  });

  test("can make a whole new chain with another key, which the fingerprint gives away", async () => {
    const forged = await makeBundle({ ...SHAPE, key: keyNamed("another key") });
    expect(await place(forged)).toBe("intact");
    expect(await place(forged, { key: read().fingerprint })).toBe(1);
  });

  test("cannot edit a checkpoint", async () => {
    for (const index of [0, 1, 2]) {
      const bundle = read();
      const point = at(bundle.checkpoints, index + 1);
      point.text = point.text.replace(/"at":"2026/, '"at":"2027');
      expect(await place(bundle)).toBe(point.seq);
    }
  });

  test("cannot edit, exchange, remove or re-cut a sealed record", async () => {
    const edits: ((leaves: { salt: string; text: string }[]) => unknown)[] = [
      (leaves) => (at(leaves, 1).text += " "),
      (leaves) => (at(leaves, 1).salt = "00".repeat(16)),
      (leaves) => leaves.reverse(),
      (leaves) => leaves.pop(),
      (leaves) => {
        const leaf = at(leaves, 1); // the same bytes, with the border between salt and text moved
        leaf.salt += Buffer.from(leaf.text.slice(0, 1)).toString("hex");
        leaf.text = leaf.text.slice(1);
      },
    ];
    for (const edit of edits) {
      const bundle = read();
      const batch = at(bundle.records, 2);
      expect(batch.leaves.length).toBeGreaterThan(1);
      edit(batch.leaves);
      expect(await place(bundle)).toBe(batch.seq);
    }
  });

  test("cannot leave out sealed records or checkpoints", async () => {
    expect(await place({ ...read(), records: [] })).toBe(N);
    expect(await place({ ...read(), checkpoints: [] })).toBe(N);
  });

  test("cannot flip any bit of the file", async () => {
    const bytes = Buffer.from(text);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 2), fc.integer({ min: 0, max: 7 }), async (position, bit) => {
        expect(await place(flipBit(bytes, position, bit))).not.toBe("intact");
      }),
      { numRuns: 600 },
    );
  });
});

test("a file that is no bundle is called that", async () => {
  for (const other of ["", "{}", "null", "[]", '{"format":"candor-evidence/1"}', "<html>"]) {
    expect(await place(other)).toBeNull();
  }
});

test("an entry of another shop does not pass for one of this shop", async () => {
  expect(await place(text.replace(SHOP, "another.myshopify.com"))).toBe(1);
});
