/** Each kind of privacy request, from the shopper's form over the mailbox to the answer and its certificate. */
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { shopFacts } from "../standin/world.ts";
import { Asking } from "./test-asking.ts";
import { openDesk, screenshot, SCREENSHOTS, violations, type Desk } from "./test-browser.ts";
import { BEST, type Database } from "./test-database.ts";
import { openStore, STORE, type Store } from "./test-store.ts";
import { openShopBrowser } from "./test-storefront.ts";
import { until } from "./test-until.ts";

const ADMIN = `/store/${STORE.split(".")[0] ?? ""}/apps/candor`;
const SLOW = { timeout: 150_000 };

let database: Database;
let store: Store;
let browser: Browser;
let desk: Desk;
let asking: Asking;
beforeAll(async () => {
  database = await BEST.make();
  store = await openStore(database);
  browser = await openShopBrowser(store.standin);
  desk = await openDesk(browser, 1280);
  asking = new Asking(store, browser);
});
afterAll(async () => {
  process.stdout.write(`screenshots: ${SCREENSHOTS}\n`);
  await browser.close();
  await store.close();
  await database.drop();
});

const openPage = async (id: string) => {
  await desk.page.goto(`${store.standin.urls.admin}${ADMIN}/app/requests/${id}`);
  await desk.app.getByText("What happened").waitFor();
};

const KINDS = [
  { kind: "restrict", region: "DE", outcome: "restricted", email: "lukas.weiss@beispiel.example", javaScript: true },
  {
    kind: "object",
    region: "FR",
    outcome: "objection-kept",
    email: "francois.lefevre@courriel.example",
    javaScript: false,
  },
  {
    kind: "withdraw-consent",
    region: "DE",
    outcome: "consent-withdrawn",
    email: "saskia.vandenberg@voorbeeld.example",
    javaScript: true,
  },
  {
    kind: "opt-out-of-sale",
    region: "US-CA",
    outcome: "opted-out",
    email: "mateo.rivera@example.com",
    javaScript: false,
  },
  {
    kind: "limit-sensitive",
    region: "US-CA",
    outcome: "sensitive-limited",
    email: "ava.thompson@example.com",
    javaScript: true,
  },
];

it.each(KINDS)("$kind from $region ends as $outcome, and the person is told", SLOW, async ({ outcome, ...asked }) => {
  expect(await asking.ended(await asking.ask(asked))).toBe(outcome);
  await until("they are told", async () =>
    (await asking.mails()).filter(({ to }) => to === asked.email).length >= 2 ? true : undefined,
  );
});

const PACKAGES = [
  {
    who: "a person whose name is written from right to left",
    kind: "access",
    email: "noa.levy@dugma.example",
    locale: "he",
  },
  { who: "a person whom only a mail address names", kind: "access", email: "somebody.new@example.com", locale: "en" },
  {
    who: "a customer who takes their data elsewhere",
    kind: "portability",
    email: "chiara.dangelo@posta.example",
    locale: "it",
  },
];

it.each(PACKAGES)(
  "$who gets the package by a link that asks the mailbox again",
  SLOW,
  async ({ kind, email, locale }) => {
    const id = await asking.ask({ email, kind, locale, width: 390, look: `form-${locale}` });
    expect(await asking.ended(id)).toBe("package-ready");
    const shopper = await asking.open({ region: "DE", locale, width: 390 });
    await shopper.visit(await asking.linkTo(email, "package"));
    await shopper.page.locator("form button.act").click();
    await shopper.visit(await asking.linkTo(email, "package/open"));
    await shopper.page.screenshot({ path: join(SCREENSHOTS, `package-${locale}-390.png`), fullPage: true });
    const download = shopper.page.waitForEvent("download");
    await shopper.page.locator("form button.act").click();
    expect((await download).suggestedFilename()).toMatch(/\.zip$/);
    await shopper.close();
  },
);

it("a person who left nothing but an unfinished checkout gets it", SLOW, async () => {
  const guest = shopFacts(store.standin.world, STORE).checkouts.find(({ customer }) => customer === undefined);
  const id = await asking.ask({ email: guest?.email ?? "", kind: "access" });
  expect(await asking.ended(id)).toBe("package-ready");
  await openPage(id);
  await screenshot(desk, "request-access");
  expect(await violations(desk)).toEqual([]);
});

it("nothing else happened in the windows of staff", () => {
  expect(desk.complaints).toEqual([]);
});
