import { beforeEach, expect, test } from "vitest";
import { inTransaction, pool } from "../db/database.server.ts";
import { useTestStores } from "../test-stores.ts";
import { appendEvidence } from "./append-evidence.server.ts";
import { checkpoint } from "./checkpoint.server.ts";
import { verifyChain } from "./verify-chain.server.ts";

useTestStores();

const AT = new Date("2026-11-22T10:00:00.000Z");
let shop = "";
let count = 0;

/** A chain of 10 entries with checkpoints at 5 and 10. */
beforeEach(async () => {
  count += 1;
  shop = `tampered-${count}.myshopify.com`;
  for (let seq = 2; seq <= 10; seq += 1) {
    await inTransaction((tx) =>
      appendEvidence(tx, shop, {
        kind: "request.task-failed",
        at: AT,
        facts: { system: "shopify", cause: `cause-${seq}` },
      }),
    );
    if (seq % 5 === 0) await checkpoint(shop, AT);
  }
});

/** Each is what somebody with full access to the database could do. */
const TAMPERINGS: [string, string[], { seq: number; problem: string }][] = [
  [
    "an altered text",
    [`UPDATE "EvidenceEntry" SET "body" = replace("body", 'cause-4', 'cause-5') WHERE "seq" = 4 AND "shop" = $1`],
    { seq: 4, problem: "altered" },
  ],
  [
    "an altered text with its hash",
    [
      `UPDATE "EvidenceEntry" SET "body" = replace("body", 'cause-4', 'cause-5') WHERE "seq" = 4 AND "shop" = $1`,
      `UPDATE "EvidenceEntry" SET "hash" = sha256(convert_to("body", 'UTF8')) WHERE "seq" = 4 AND "shop" = $1`,
    ],
    { seq: 5, problem: "unlinked" },
  ],
  [
    "an altered column",
    [`UPDATE "EvidenceEntry" SET "kind" = 'request.closed' WHERE "seq" = 6 AND "shop" = $1`],
    { seq: 6, problem: "columns-differ" },
  ],
  ["a removed entry", [`DELETE FROM "EvidenceEntry" WHERE "seq" = 3 AND "shop" = $1`], { seq: 3, problem: "missing" }],
  ["a removed tail", [`DELETE FROM "EvidenceEntry" WHERE "seq" >= 9 AND "shop" = $1`], { seq: 9, problem: "missing" }],
  [
    "a removed tail with the head moved back",
    [
      `DELETE FROM "EvidenceEntry" WHERE "seq" >= 9 AND "shop" = $1`,
      `UPDATE "EvidenceHead" SET "seq" = 8, "hash" = (SELECT "hash" FROM "EvidenceEntry" AS "e" WHERE "e"."shop" = $1 AND "e"."seq" = 8) WHERE "shop" = $1`,
    ],
    { seq: 10, problem: "checkpoint-differs" },
  ],
  [
    "a second entry with the same number",
    [
      `INSERT INTO "EvidenceEntry" SELECT "shop", "seq", "at" + interval '1 s', "kind", "subject", "request", "body", "hash" FROM "EvidenceEntry" WHERE "seq" = 7 AND "shop" = $1`,
    ],
    { seq: 8, problem: "missing" },
  ],
  ["a head that is gone", [`DELETE FROM "EvidenceHead" WHERE "shop" = $1`], { seq: 10, problem: "head-differs" }],
  [
    "another head",
    [`UPDATE "EvidenceHead" SET "hash" = sha256('x') WHERE "shop" = $1`],
    { seq: 10, problem: "head-differs" },
  ],
  [
    "an edited checkpoint",
    [`UPDATE "EvidenceCheckpoint" SET "at" = "at" - interval '1 day' WHERE "seq" = 5 AND "shop" = $1`],
    { seq: 5, problem: "checkpoint-differs" },
  ],
];

test.each(TAMPERINGS)("%s is found and named", async (_name, statements, expected) => {
  expect(await verifyChain(shop)).toMatchObject({ ok: true, entries: 10, checkpoints: 2 });
  for (const statement of statements) await pool().query(statement, [shop]);
  expect(await verifyChain(shop)).toMatchObject({ ok: false, ...expected });
});

test("a chain of another store, copied, is not this store's", async () => {
  const copy = `copy-of-${shop}`;
  await pool().query(
    `INSERT INTO "EvidenceEntry" SELECT $2, "seq", "at", "kind", "subject", "request", "body", "hash" FROM "EvidenceEntry" WHERE "shop" = $1`,
    [shop, copy],
  );
  await pool().query(
    `INSERT INTO "EvidenceHead" SELECT $2, "seq", "hash", "at" FROM "EvidenceHead" WHERE "shop" = $1`,
    [shop, copy],
  );
  expect(await verifyChain(copy)).toMatchObject({ ok: false, seq: 1, problem: "altered" });
});

test("a chain that grows while it is checked is not called broken", async () => {
  const appending = (async () => {
    for (let seq = 11; seq <= 40; seq += 1) {
      await inTransaction((tx) =>
        appendEvidence(tx, shop, { kind: "request.task-failed", at: AT, facts: { system: "shopify", cause: "x" } }),
      );
      await checkpoint(shop, AT);
    }
  })();
  for (let round = 0; round < 10; round += 1) expect(await verifyChain(shop)).toMatchObject({ ok: true });
  await appending;
});
