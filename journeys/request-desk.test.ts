/** Privacy requests that staff have a part in, from the form to the certificate. A store of its own: links are limited. */
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { shopState } from "../standin/world.ts";
import { Asking } from "./test-asking.ts";
import { openDesk, screenshot, SCREENSHOTS, violations, type Desk } from "./test-browser.ts";
import { BEST, type Database } from "./test-database.ts";
import { openStore, STORE, type Store } from "./test-store.ts";
import { openShopBrowser } from "./test-storefront.ts";
import { until } from "./test-until.ts";

const ADMIN = `/store/${STORE.split(".")[0] ?? ""}/apps/candor`;
/** A proof that somebody may ask for another: the smallest PDF. */
const PROOF = { name: "permission.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") };
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
    await page.locator("#proof").setInputFiles(PROOF);
  };
  const id = await asking.ask({ email, kind: "access", region: "GB", more });
  await openPage(id);
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

it("what was refused is looked at again, and the authority is named", SLOW, async () => {
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
  await openPage(appeal);
  await press("Decide the appeal…");
  await desk.app.getByLabel("Refuse it again").check({ force: true });
  await desk.app.getByLabel("Explanation for the customer").fill("Please send a copy of the certificate.");
  await screenshot(desk, "request-appeal");
  await press("Decide and tell the customer");
  expect(await asking.ended(appeal)).toBe("appeal-refused");
});

it("a customer in Germany is erased everywhere, and told that the law keeps the invoices", SLOW, async () => {
  const email = "juergen.gross@beispiel.example";
  const id = await asking.ask({ email, kind: "delete", locale: "de", width: 390, look: "form-de" });
  const ask = desk.app.getByRole("button", { name: "Ask Shopify to erase" });
  await until("Shopify is staff's to ask", async () => {
    await openPage(id);
    return (await ask.count()) > 0 ? true : undefined;
  });
  await screenshot(desk, "request-delete");
  expect(await violations(desk)).toEqual([]);
  await press("Answer only a part…");
  await desk.app.getByLabel("Ground").selectOption("legal-obligation");
  await desk.app.getByLabel("Reason for your own record").fill("Two invoices of this year.");
  await screenshot(desk, "request-limit");
  await press("Leave this out");
  await desk.app.getByText("Two invoices of this year.").or(ask).first().waitFor();
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
  await until("Shopify has erased them", look, { within: 90_000, every: 2_000 });
  expect(await asking.ended(id)).toBe("erased");
  await asking.mailTo(email, "verpflichtet uns, manche Unterlagen aufzubewahren");
  const residue = await store.server.ops<{ total: number }>("residue", "--shop", STORE, "--email", email);
  expect(residue.total).toBe(0);
});

it("nothing else happened in the windows of staff", () => {
  expect(desk.complaints).toEqual([]);
});
