/** From a policy that a store pastes to one that it published, which shoppers read in their languages. */
import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { AxeBuilder } from "@axe-core/playwright";
import { shopState } from "../standin/world.ts";
import { openDesk, screenshot, SCREENSHOTS, violations, type Desk } from "./test-browser.ts";
import { BEST, type Database } from "./test-database.ts";
import { openStore, STORE, type Store } from "./test-store.ts";
import { openShopBrowser, openStorefront } from "./test-storefront.ts";

const ADMIN = `/store/${STORE.split(".")[0] ?? ""}/apps/candor`;
const SEED = readFileSync("bench/audit/policies/tuned/00-little-jeweller.txt", "utf8");
/** As many questions as there are at most. */
const QUESTIONS = 15;

let database: Database;
let store: Store;
let browser: Browser;
let desk: Desk;
beforeAll(async () => {
  database = await BEST.make();
  store = await openStore(database);
  browser = await openShopBrowser(store.standin);
  desk = await openDesk(browser, 1280);
});
afterAll(async () => {
  process.stdout.write(`screenshots: ${SCREENSHOTS}\n`);
  await browser.close();
  await store.close();
  await database.drop();
});

const visit = async (path: string) => {
  await desk.page.goto(`${store.standin.urls.admin}${ADMIN}${path}`);
};
const press = (name: string | RegExp) => desk.app.getByRole("button", { name }).first().click();
const atShopify = () => shopState(store.standin.world, STORE).policies;

it("staff paste the policy of today, see what it lacks, and note what it claims", async () => {
  await visit("/app/policy/audit");
  await desk.app.getByLabel("Text or HTML of your privacy policy").fill(SEED);
  for (const area of ["European Union", "United Kingdom", "California", "Québec"])
    await desk.app.getByLabel(area, { exact: true }).check();
  await press("Look it over");
  await desk.app.getByText(/makes 3\d statements that Candor knows, and has 2\d gaps/).waitFor();
  expect(await violations(desk)).toEqual([]);
  await press("Note the claims in the register");
  await desk.page.getByText(/facts noted as claimed/).waitFor();
});

it("they answer the questions, each with what is known already", async () => {
  await visit("/app/register/questions");
  for (let at = 1; at <= QUESTIONS; at++) {
    await desk.app.getByText(`Question ${at} of ${QUESTIONS}`).waitFor();
    await press("Keep and go on");
  }
  await desk.app.getByText("Everything is answered").waitFor();
});

it("they mend what is against the law with a click each, and publish", async () => {
  await visit("/app/policy");
  const blocking = desk.app.getByText("Must be mended");
  await desk.app.getByText("What to mend").waitFor();
  for (let left = await blocking.count(); left > 0; left--) {
    await desk.app
      .getByRole("button", { name: /^Keep orders|^From today|^Add |^We |^Nobody |^As / })
      .first()
      .click();
    await expect.poll(() => blocking.count()).toBe(left - 1);
  }
  await screenshot(desk, "policy-draft");
  // no script runs in the frame with the text, not even axe: shoppers' pages are checked below
  await desk.app.locator("iframe").evaluate((frame) => {
    frame.remove();
  });
  expect(await violations(desk)).toEqual([]);
  await press("Publish");
  await desk.app.getByText(/^Version 1, in force from/).waitFor();
  const published = atShopify()["PRIVACY_POLICY"]?.body ?? "";
  expect(published).toContain("Who we are");
  expect(published).toContain("Global Privacy Control");
  expect(published).not.toContain("unless and until you ask");
});

it.each([
  ["de", "ltr", "Datenschutzerklärung"],
  ["ar", "rtl", "سياسة الخصوصية"],
])("a shopper reads it in the language %s", async (locale, direction, title) => {
  const shopper = await openStorefront(store.standin, browser, { region: "DE", locale, width: 390 });
  await shopper.visit(`/apps/privacy/policy?locale=${locale}`);
  expect(await shopper.page.locator("html").getAttribute("dir")).toBe(direction);
  expect(await shopper.page.getByRole("heading", { level: 1 }).textContent()).toBe(title);
  const { violations: found } = await new AxeBuilder({ page: shopper.page }).analyze();
  expect(found.map(({ id }) => id)).toEqual([]);
  await shopper.page.screenshot({ path: `${SCREENSHOTS}/policy-${locale}-390.png`, fullPage: true });
  expect(await shopper.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await shopper.close();
});

it.each([
  ["cookies", "Cookies and similar technology", "_shopify_y"],
  ["short", "In short", "request form"],
])("a shopper reads the part %s alone, in the policy's own words", async (part, title, word) => {
  const shopper = await openStorefront(store.standin, browser, { region: "DE", locale: "en", width: 390 });
  await shopper.visit(`/apps/privacy/policy/${part}?locale=en`);
  expect(await shopper.page.getByRole("heading", { level: 1 }).textContent()).toBe(title);
  await shopper.page.getByText(word).first().waitFor();
  const { violations: found } = await new AxeBuilder({ page: shopper.page }).analyze();
  expect(found.map(({ id }) => id)).toEqual([]);
  await shopper.page.screenshot({ path: `${SCREENSHOTS}/policy-${part}-390.png`, fullPage: true });
  await shopper.page.getByRole("link", { name: "Privacy policy" }).click();
  await shopper.page.getByRole("heading", { name: "Who we are" }).waitFor();
  await shopper.close();
});

it("the cookie policy and the opt-out become pages of the store, and a change by hand is shown and put back", async () => {
  await visit("/app/policy");
  desk.page.once("dialog", (dialog) => void dialog.accept());
  await press("Write them into my store");
  await desk.page.getByText("Both pages are in your store").waitFor();
  const shopper = await openStorefront(store.standin, browser, { region: "US-CA", locale: "en", width: 390 });
  await shopper.visit("/pages/cookie-policy");
  await shopper.page.getByText("_shopify_y").first().waitFor();
  await shopper.page.screenshot({ path: `${SCREENSHOTS}/page-cookies-390.png`, fullPage: true });
  await shopper.visit("/pages/do-not-sell-or-share");
  await shopper.page.screenshot({ path: `${SCREENSHOTS}/page-opt-out-390.png`, fullPage: true });
  await shopper.page.locator(".rte a").first().click();
  await shopper.page.waitForURL(/\/apps\/privacy\/choices/);
  await shopper.close();
  const page = Object.values(shopState(store.standin.world, STORE).pages ?? {})[0] ?? expect.fail("no page");
  const written = page.body;
  page.body = "<p>We use no cookies.</p>";
  await visit("/app/policy");
  await press("Compare with Shopify now");
  await desk.app.getByText("Changed by hand").waitFor();
  await desk.app.getByText("We use no cookies.").waitFor();
  await screenshot(desk, "policy-pages");
  await press("Put it back");
  await desk.page.getByText("The page is back").waitFor();
  expect(page.body).toBe(written);
});

it("what somebody writes into Shopify's copy by hand is shown, taken over, published anew, or put back", async () => {
  const policies = atShopify();
  const policy = policies["PRIVACY_POLICY"] ?? expect.fail("nothing was published");
  const sentence = "We share your data with TikTok, our advertising partner.";
  policies["PRIVACY_POLICY"] = { ...policy, body: policy.body.replace("<h2", `<p>${sentence}</p><h2`) };
  await visit("/app/policy");
  await press("Compare with Shopify now");
  await desk.app.getByText("Your policy was changed in Shopify by hand").waitFor();
  await desk.app.getByText(sentence).waitFor();
  await screenshot(desk, "policy-drift");
  await press("Take it over");
  await desk.page.getByText(/1 fact noted as claimed/).waitFor();
  await desk.app.getByText("What would change").waitFor();
  await press("Put it back");
  await desk.page.getByText("Your policy is back at Shopify").waitFor();
  expect(atShopify()["PRIVACY_POLICY"]?.body).toBe(policy.body);
  expect(desk.complaints).toEqual([]);
});
