/** What becomes of requests that nobody answers: who hears what, and what the overdue list says, as 46 days pass. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Asking } from "./test-asking.ts";
import { openDesk, screenshot, SCREENSHOTS, violations, type Desk } from "./test-browser.ts";
import { query, SERVERS, type Database } from "./test-database.ts";
import { openStore, STORE, type Store } from "./test-store.ts";
import { openShopBrowser } from "./test-storefront.ts";
import { until } from "./test-until.ts";

const ADMIN = `/store/${STORE.split(".")[0] ?? ""}/apps/candor`;
const DAY_MS = 86_400_000;
/** What stays open until staff look at it: a correction. Virginia gives 45 days, and 45 more if asked for in time. */
const CORRECTION = { kind: "correct", region: "US-VA", locale: "en" };

for (const { name, make } of SERVERS) {
  let database: Database;
  let store: Store;
  let browser: Browser;
  let desk: Desk;
  let asking: Asking;
  let today = 0;
  beforeAll(async () => {
    database = await make();
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

  const change = async (page: Page) => {
    await page.locator("#field").selectOption("lastName");
    await page.locator("#value").fill("Miller");
  };
  /** Goes on to this day after the requests came, and has done at once what the worker does every few minutes. */
  const goTo = async (day: number) => {
    // no page is open while time jumps: its token would be one of before
    await desk.page.goto("about:blank");
    await store.pass((day - today) * DAY_MS);
    today = day;
    for (const job of ["request.tick", "request.await-proof"])
      await query(database.url, `INSERT INTO pgboss.job (name, data) VALUES ('${job}', '{"shop":""}')`);
  };
  const openPage = async (path: string, sign: string | RegExp) => {
    await desk.page.goto(`${store.standin.urls.admin}${ADMIN}/app/requests${path}`);
    await desk.app.getByText(sign).first().waitFor();
  };
  const press = (button: string) => desk.app.getByRole("button", { name: button }).first().click();
  /** Mails about a request, or to an address. */
  const having = async (part: string) =>
    (await asking.mails()).filter(({ to, text }) => to === part || text.includes(part)).length;
  const hear = (part: string, times: number) =>
    until(`mail ${String(times)} of ${part} on day ${String(today)}`, async () =>
      (await having(part)) >= times ? true : undefined,
    );

  it(
    `as 46 days pass on ${name}, the right mails go out and the overdue list is right`,
    { timeout: 240_000 },
    async () => {
      const asked = (email: string) => asking.ask({ ...CORRECTION, email, more: change });
      const forgotten = await asked("ava.thompson@example.com");
      const extended = await asked("grace.oconnor@example.org");
      const refused = await asked("isla.campbell@example.com");
      const stranger = "never.there@example.com";
      const shopper = await asking.open({ region: "DE", locale: "de" });
      await shopper.visit("/apps/privacy/request?locale=de");
      await shopper.page.locator("#email").fill(stranger);
      await shopper.page.locator("#kind").selectOption("access");
      await shopper.page.locator("button.act[value=send]").click();
      await shopper.close();
      await hear(stranger, 1);

      await goTo(2);
      await hear(stranger, 2); // one reminder of the link
      await goTo(8);
      await hear(stranger, 3); // it has expired
      expect((await asking.mails()).filter(({ to }) => to === stranger).at(-1)?.text).toMatch(/geschlossen|beendet/);

      await openPage(`/${refused}`, "What happened");
      await press("Refuse…");
      await desk.app.getByLabel("Reason for your own record").fill("The name on the card is another one.");
      await press("Refuse the request");
      expect(await asking.ended(refused)).toBe("refused");

      await goTo(23); // half of the time
      await hear(forgotten, 1);
      await hear(extended, 1);
      await goTo(37); // four fifths of it
      await hear(forgotten, 2);
      await hear(extended, 2);

      await openPage(`/${extended}`, "What happened");
      await press("Extend the deadline…");
      await screenshot(desk, "request-extend");
      await press("Extend and tell the customer");
      await asking.mailTo("grace.oconnor@example.org", "more time");

      await goTo(44.5); // the last day
      await hear(forgotten, 3);
      await openPage("?status=running&overdue=yes", "No request matches");
      await goTo(46);
      await hear(forgotten, 4);
      await openPage("?status=running&overdue=yes", "a•••@e•••.com");
      await screenshot(desk, "requests-overdue");
      expect(await violations(desk)).toEqual([]);

      const told = await Promise.all([forgotten, extended, refused, stranger].map(having));
      // the extended one has half of its longer time behind it
      expect(told).toEqual([4, 3, 0, 3]);
      expect(desk.complaints).toEqual([]);
    },
  );
}
