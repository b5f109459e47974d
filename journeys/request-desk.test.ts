/** Privacy requests that staff have a part in, from the form to the certificate. A store of its own: links are limited. */
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ERRAND_ACTS } from "../app/processors/errand.ts";
import { newContact, type ContactStore } from "../standin/processors/contact.ts";
import { KLAVIYO_KEY } from "../standin/processors/klaviyo.ts";
import { MAILCHIMP_KEY } from "../standin/processors/mailchimp.ts";
import { RECEIVER_SECRET } from "../standin/processors/processors.ts";
import { processorsState, shopFacts, shopState } from "../standin/world.ts";
import { Asking } from "./test-asking.ts";
import { openDesk, screenshot, SCREENSHOTS, violations, type Desk } from "./test-browser.ts";
import { BEST, type Database } from "./test-database.ts";
import { openStore, STORE, type Store } from "./test-store.ts";
import { openShopBrowser } from "./test-storefront.ts";
import { until } from "./test-until.ts";

const ADMIN = `/store/${STORE.split(".")[0] ?? ""}/apps/candor`;
/** A proof that somebody may ask for another: the smallest PDF. */
const PROOF = { name: "permission.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") };
/** A name that wants to be a picture, a template and a formula. */
const NASTY = `=1+1 <img src=x onerror="document.title='hacked'"> {{ 7*7 }}`;
const SLOW = { timeout: 180_000 };

let database: Database;
let store: Store;
let browser: Browser;
let desk: Desk;
let asking: Asking;
beforeAll(async () => {
  database = await BEST.make();
  store = await openStore(database, {}, { home: "DE" });
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
/** Puts another member of staff at the admin: their next page is opened in their name. */
const sitDown = (id: 81001 | 81002) => {
  store.standin.control.setStaff(id);
};
const press = (name: string | RegExp) => desk.app.getByRole("button", { name }).first().click();
/** Says what is wrong in the form, and what is right. */
const wrong = (field: string, value: string) => async (page: Page) => {
  await page.locator("#field").selectOption(field);
  await page.locator("#value").fill(value);
};

it("a correction is looked at by staff, written at Shopify and read back", SLOW, async () => {
  const email = "charlotte.ashworth@example.co.uk";
  const id = await asking.ask({ email, kind: "correct", region: "GB", more: wrong("firstName", "Lottie") });
  await openPage(id);
  await press("Show the corrections");
  await desk.app.getByText("Approve and write").waitFor();
  await screenshot(desk, "request-correction");
  await press("Approve and write");
  expect(await asking.ended(id)).toBe("corrected");
  const { edits } = shopState(store.standin.world, STORE);
  expect(Object.values(edits).map(({ firstName }) => firstName)).toContain("Lottie");
});

it.each([
  { behalf: "agent", person: "grace.oconnor@example.org", email: "lawyer@example.com" },
  { behalf: "parent", person: "isla.campbell@example.com", email: "mother@example.com" },
])("who asks as $behalf proves it, and staff accept the proof", SLOW, async ({ behalf, person, email }) => {
  const more = async (page: Page) => {
    await page.locator("#behalf").selectOption(behalf);
    await page.locator("#person").fill(person);
    await page.locator("#name").fill(NASTY);
    await page.locator("#proof").setInputFiles(PROOF);
  };
  const id = await asking.ask({ email, kind: "access", region: "GB", more });
  await openPage(id);
  await press("Show who it is");
  await desk.app.getByText("<img src=x").first().waitFor();
  await press("Accept the identity…");
  await desk.app.getByRole("textbox").first().fill("The signed permission names both, and the signature fits.");
  await desk.app
    .getByRole("button", { name: /Accept/ })
    .last()
    .click();
  expect(await asking.ended(id)).toBe("package-ready");
  // an adult is told that somebody asks in their name
  if (behalf === "agent") await asking.mailTo(person, "/object/");
});

it("what was refused is looked at again by somebody else, and the authority is named", SLOW, async () => {
  const email = "maelle.legoff@courriel.example";
  const id = await asking.ask({ email, kind: "correct", region: "FR", more: wrong("lastName", "Le Grand") });
  await openPage(id);
  await press("Refuse…");
  await desk.app.getByLabel("Reason for your own record").fill("Her passport says otherwise.");
  await screenshot(desk, "request-refuse");
  await press("Refuse the request");
  expect(await asking.ended(id)).toBe("refused");
  const shopper = await asking.open({ region: "FR", locale: "fr", width: 390 });
  await asking.mailTo(email, "cnil.fr");
  await shopper.visit(await asking.linkTo(email, "status"));
  await shopper.page.screenshot({ path: join(SCREENSHOTS, "status-fr-390.png"), fullPage: true });
  await shopper.page.locator("textarea").first().fill("My passport is old: I married last year.");
  await shopper.page.locator("form button.act").last().click();
  await shopper.close();
  const appeal = await asking.newest("appeal");
  // Théo opens the app for the first time, and may work on requests once Rosa says so
  sitDown(81002);
  await openPage(appeal);
  await desk.app.getByText("Your role is read-only").first().waitFor();
  sitDown(81001);
  await desk.page.goto(`${store.standin.urls.admin}${ADMIN}/app/settings`);
  await desk.app.getByLabel("Role of Théo Finch").selectOption("privacy-staff");
  await desk.page.getByText("Role given").first().waitFor();
  await openPage(appeal);
  await desk.app.getByText("Somebody else must decide this appeal").waitFor();
  await decide();
  await desk.page.getByText("It must be somebody else than the first time").waitFor();
  sitDown(81002);
  await openPage(appeal);
  await desk.app.getByText("Decide this appeal").first().waitFor();
  await press("Show who it is");
  await desk.app.getByText("My passport is old: I married last year.").waitFor();
  await screenshot(desk, "request-appeal");
  await press("Hide");
  await decide();
  expect(await asking.ended(appeal)).toBe("appeal-refused");
  sitDown(81001);
});

/** Refuses an appeal again, as whoever sits at the admin. */
async function decide(): Promise<void> {
  await press("Decide the appeal…");
  await desk.app.getByLabel("Refuse it again").check({ force: true });
  await desk.app.getByLabel("Explanation for the customer").fill("Please send a copy of the certificate.");
  await press("Decide and tell the customer");
}

/** Three other companies that have a person, each asked in its own way. */
async function addProcessors(email: string): Promise<readonly ContactStore[]> {
  const { receiver, klaviyo, mailchimp } = processorsState(store.standin.world);
  const url = `${store.standin.urls.processors}/receiver`;
  const drafts = [
    { connector: "webhook", name: "Loyalty", url, credential: RECEIVER_SECRET },
    { connector: "klaviyo", name: "Klaviyo", credential: KLAVIYO_KEY },
    { connector: "mailchimp", name: "Mailchimp", credential: MAILCHIMP_KEY },
  ];
  for (const draft of drafts) {
    const form = new URLSearchParams({ ...(draft as Record<string, string>), isActive: "yes" });
    for (const act of ERRAND_ACTS) form.append("acts", act);
    const answer = await store.asStaff("/app/processors/new", form);
    expect([draft.name, answer.ok]).toEqual([draft.name, true]);
  }
  for (const [at, one] of [receiver, klaviyo, mailchimp].entries())
    one.contacts.push(newContact({ id: `desk-${String(at)}`, email, firstName: "Jürgen" }));
  return [receiver, klaviyo, mailchimp];
}

it(
  "a customer of a German store is erased everywhere, and told until when which law keeps the invoices",
  SLOW,
  async () => {
    const email = "juergen.gross@beispiel.example";
    const others = await addProcessors(email);
    const id = await asking.ask({ email, kind: "delete", locale: "de", width: 390, look: "form-de" });
    const ask = desk.app.getByRole("button", { name: "Ask Shopify to erase" });
    await until("Shopify is staff's to ask", async () => {
      await openPage(id);
      return (await ask.count()) > 0 ? true : undefined;
    });
    await screenshot(desk, "request-delete");
    expect(await violations(desk)).toEqual([]);
    await desk.app.getByText("AO §147, HGB §257").first().waitFor();
    await ask.click();
    await desk.page.getByText("Shopify was asked to erase the customer").waitFor();
    // time passes at Shopify alone: there the app's tokens would be old, while the app thinks that they are new
    for (const token of Object.values(store.standin.world.state.tokens)) token.expiresAt = null;
    await store.standin.control.advance(24 * 200);
    const look = async () => {
      await openPage(id);
      const again = desk.app.getByRole("button", { name: /^(Ask now|Try again)/ });
      if ((await again.count()) > 0) await again.first().click();
      return (await asking.row(id)).status === "done" ? true : undefined;
    };
    await until("Shopify has erased them", look, { within: 120_000, every: 2_000 });
    expect(await asking.ended(id)).toBe("erased");
    const told = await asking.mailTo(email, "AO §147, HGB §257");
    const facts = shopFacts(store.standin.world, STORE);
    const customer = facts.customers.find(({ person }) => person.email === email) ?? expect.fail("no such customer");
    const last = facts.orderOf(customer, customer.orderCount - 1).createdAt;
    expect(told.text).toContain(`31. Dezember ${String(last.getUTCFullYear() + 8)}`);
    for (const { contacts } of others) expect(contacts.filter((one) => one.email === email)).toEqual([]);
    expect(shopState(store.standin.world, STORE).erasures.map(({ status }) => status)).toEqual(["done"]);
    const residue = await store.server.ops<{ total: number }>("residue", "--shop", STORE, "--email", email);
    expect(residue.total).toBe(0);
  },
);

it("nothing else happened in the windows of staff", () => {
  expect(desk.complaints).toEqual([]);
});
