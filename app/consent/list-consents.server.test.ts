import { expect, test } from "vitest";
import { pool } from "../db/database.server.ts";
import { readTurn } from "../paging/keyset.ts";
import { useTestStores } from "../test-stores.ts";
import { exportConsents } from "./export-consents.server.ts";
import { listConsents } from "./list-consents.server.ts";
import { readOptIn } from "./read-opt-in.server.ts";
import { readRates } from "./read-rates.server.ts";
import { receiveChoices } from "./receive-choices.server.ts";
import type { SentChoice } from "./record.ts";
import { sentChoice } from "./test-choice.ts";

useTestStores();

const SHOP = "listed.myshopify.com";
const GUEST = { customerId: undefined, ip: undefined };
const receive = (choices: SentChoice[], now: Date, shop = SHOP) => receiveChoices(shop, choices, GUEST, now);
const DAY = { from: "2026-11-01", to: "2026-11-30" };

test("records are listed by page, forth and back, narrowed by what is asked, and never another store's", async () => {
  for (let at = 0; at < 60; at += 1) {
    const region = at % 3 === 0 ? "US-CA" : at % 3 === 1 ? "DE" : null;
    await receive(
      [sentChoice({ region, allowed: at % 2 === 0 ? 15 : 2 })],
      new Date(Date.UTC(2026, 10, 2, 0, Math.floor(at / 7))),
    );
  }
  await receive([sentChoice()], new Date(), "other.myshopify.com");
  const seen: string[] = [];
  let page = await listConsents(SHOP);
  for (; ; page = await listConsents(SHOP, { turn: readTurn(page.next, null) })) {
    seen.push(...page.rows.map(({ id }) => id));
    if (page.next === null) break;
  }
  expect(new Set(seen).size).toBe(60);
  expect(seen).toHaveLength(60);
  const back = await listConsents(SHOP, { turn: readTurn(null, page.previous) });
  expect(back.rows.map(({ id }) => id)).toEqual(seen.slice(25, 50));
  const count = async (filter: object) => (await listConsents(SHOP, { filter, limit: 100 })).rows.length;
  expect(await count({ region: "US" })).toBe(20);
  expect(await count({ region: "US-CA" })).toBe(20);
  expect(await count({ region: "" })).toBe(20);
  expect(await count({ region: "' OR true --" })).toBe(0);
  expect(await count({ allows: 12 })).toBe(30);
  expect(await count({ refuses: 4, region: "DE" })).toBe(10);
  expect(await count({ from: new Date("2026-11-02T00:08:00Z") })).toBe(4);
  expect(await count({ device: "desktop" })).toBe(0);
});

test("all records come as CSV with a heading, a line each, and no cell that a spreadsheet would run", async () => {
  let text = "";
  for await (const piece of exportConsents(SHOP, {})) text += piece;
  const lines = text.trimEnd().split("\n");
  expect(lines).toHaveLength(61);
  expect(lines[0]).toMatch(/^\uFEFFreceipt,previous,.*sale offered,customer signed in,evidence entry$/);
  const width = lines[0]?.split(",").length;
  expect(lines.filter((line) => line.split(",").length !== width)).toEqual([]);
  expect(lines.filter((line) => /(^|,)[=+@-]/.test(line))).toEqual([]);
});

test("rates count each choice once, by what one asks for, whatever came twice", async () => {
  const shop = "rates.myshopify.com";
  const monday = new Date("2026-11-02T23:59:59Z");
  const first = sentChoice({ allowed: 3, offered: 7, region: "US-CA", device: "desktop" });
  await receive([first, first, sentChoice({ allowed: 0 })], monday, shop);
  await receive(
    [first, sentChoice({ allowed: 15, signal: true, previous: first.id, region: null })],
    new Date("2026-11-03T00:00:00Z"),
    shop,
  );
  const [all] = await readRates(shop, DAY, null);
  expect(all).toMatchObject({ group: null, choices: 3, signals: 1 });
  expect(all?.purposes.analytics).toEqual({ asked: 3, allowed: 2 });
  expect(all?.purposes.sale).toEqual({ asked: 2, allowed: 1 });
  expect((await readRates(shop, DAY, "day")).map(({ group, choices }) => [group, choices])).toEqual([
    ["2026-11-02", 2],
    ["2026-11-03", 1],
  ]);
  expect((await readRates(shop, DAY, "country")).map(({ group }) => group).sort()).toEqual(["", "DE", "US"]);
  expect(await readRates(shop, { ...DAY, region: "US" }, "region")).toMatchObject([{ group: "US-CA", choices: 1 }]);
  expect(await readRates(shop, { ...DAY, isFirst: false }, null)).toMatchObject([{ choices: 1 }]);
  const { rows } = await pool().query<{ sum: number }>(
    `SELECT sum("choices")::int AS "sum" FROM "ConsentCount" WHERE "shop" = $1`,
    [shop],
  );
  expect(rows[0]?.sum).toBe(3);
});

test("an opt-in rate is of those who were asked; opt-outs and the wordings of the question are told apart", async () => {
  const shop = "forms.myshopify.com";
  const now = new Date("2026-11-03T12:00:00Z");
  const californian = { region: "US-CA", model: "opt-out", form: "opt-out" } as const;
  await receive(
    [
      sentChoice({ allowed: 15, variant: "question" }),
      sentChoice({ allowed: 0, variant: "question" }),
      sentChoice({ allowed: 15, variant: "statement" }),
      sentChoice({ allowed: 0 }),
      sentChoice({ ...californian, allowed: 7 }),
      sentChoice({ ...californian, allowed: 15 }),
    ],
    now,
    shop,
  );
  const rates = await readOptIn(shop, 7, now);
  expect(rates.days.at(-1)).toMatchObject({ choices: 4, rates: { sale: { offered: 4, allowed: 2 } } });
  expect(rates.optOuts).toMatchObject({ choices: 2, rates: { sale: { offered: 2, allowed: 1 } } });
  expect(rates.regions.map(({ key }) => key)).toEqual(["DE"]);
  expect(rates.places.sort()).toEqual(["DE", "US-CA"]);
  expect(rates.wordings.map(({ key, choices }) => [key, choices]).sort()).toEqual([
    ["question", 2],
    ["statement", 1],
  ]);
});
