import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, openDesk, screenshot, SCREENSHOTS, violations, type Desk } from "./test-browser.ts";
import { BEST, type Database } from "./test-database.ts";
import { closedRequests, openStore, STORE, type Store } from "./test-store.ts";
import { until } from "./test-until.ts";

const PERSON = "mateo.rivera@example.com";
const LEAVER = "maelle.legoff@courriel.example";
const ADMIN = `/store/${STORE.split(".")[0] ?? ""}/apps/candor`;
const VERIFY = "verify/verify.mjs";

let database: Database;
let store: Store;
let browser: Browser;
let desk: Desk;
beforeAll(async () => {
  database = await BEST.make();
  store = await openStore(database);
  browser = await openBrowser();
  desk = await openDesk(browser, 1280);
});
afterAll(async () => {
  process.stdout.write(`screenshots: ${SCREENSHOTS}\n`);
  await browser.close();
  await store.close();
  await database.drop();
});

const visit = async (path: string, { page } = desk) => {
  await page.goto(`${store.standin.urls.admin}${ADMIN}${path}`);
};

/** Runs the auditor's program on a file; throws when it finds fault. */
const verifyFile = (file: string) => execFileSync(process.execPath, [VERIFY, file]).toString();

/** Presses a button in the app that saves a file; answers where it is. */
async function download(button: string): Promise<string> {
  const saved = desk.page.waitForEvent("download");
  await desk.app.getByRole("button", { name: button, exact: true }).click();
  return (await saved).path();
}

it("a merchant asks in the admin, and staff find the request, take the package and see who it is", async () => {
  const { page, app } = desk;
  await page.goto(`${store.standin.urls.admin}/control`);
  const ask = page.locator("form[action$='/request-data']").first();
  await ask.getByLabel("Customer").selectOption({ label: "Mateo Rivera · US · 40 orders" });
  await ask.getByRole("button").click();
  await store.standin.control.eraseCustomer(LEAVER, "now");
  await store.standin.control.deliver("carts/update", { id: "c1" });
  await closedRequests(store.server, 2);

  await visit("/app/requests?status=all");
  await app.getByRole("link", { name: /@/ }).first().click();
  await app.getByText("Package", { exact: true }).waitFor();
  const files = unzipSync(new Uint8Array(readFileSync(await download("Download"))));
  expect(Object.keys(files)).toEqual(expect.arrayContaining(["index.html", "data.json"]));
  await app.getByText(/Downloaded once/).waitFor();
  await app.getByRole("button", { name: "Show who it is" }).click();
  await app.getByText(PERSON).waitFor();
});

it("staff find a customer by e-mail, and no address ever contains it", async () => {
  const { app } = desk;
  await visit("/app/requests");
  await app.getByLabel("Find a customer’s requests").fill(PERSON);
  await app.getByRole("button", { name: "Search" }).click();
  await app.getByText("One request found.").waitFor();
  const told = desk.addresses.filter((address) => decodeURIComponent(address).includes(PERSON));
  expect(told).toEqual([]);
});

it("the evidence verifies in the browser, and its bundle with the auditor's program", async () => {
  await visit("/app/evidence");
  await desk.app.getByRole("button", { name: "Verify here" }).click();
  await desk.app.getByText("The chain holds").waitFor();
  expect(verifyFile(await download("Download bundle"))).not.toBe("");
  expect(desk.complaints).toEqual([]);
});

it("a merchant sees the banner as a shopper there would, changes it, and the storefront gets it", async () => {
  const { page, app } = desk;
  await visit("/app/consent/banner");
  const preview = app.frameLocator("iframe[title^='Preview']");
  await preview.getByRole("button", { name: "Reject all" }).waitFor();
  await app.getByLabel("Visitor from").selectOption("US-CA");
  await preview.getByRole("button", { name: /^do not sell/i }).waitFor();
  await app.getByLabel("Language", { exact: true }).selectOption("de");
  await app.getByLabel("Visitor from").selectOption("DE");
  await preview.getByRole("button", { name: "Alle akzeptieren" }).click();
  await preview.getByRole("button", { name: "Alle akzeptieren" }).waitFor({ state: "detached" });

  await app.getByLabel("Text", { exact: true }).fill("#eeeeee");
  await app
    .getByText(/The text on the background cannot be read well/)
    .first()
    .waitFor();
  await app.getByLabel("Text", { exact: true }).fill("#333333");
  await page.getByRole("button", { name: "Save and publish" }).click();
  await app.getByText(/^Your storefront has these settings since/).waitFor();
  expect(desk.complaints).toEqual([]);
});

it.each([1280, 390])(
  "at %i pixels every page is free of errors and of barriers, and asks nobody outside",
  async (width) => {
    const own = await openDesk(browser, width);
    const [request] = await closedRequests(store.server, 2);
    const pages = {
      home: "/app",
      requests: "/app/requests?status=all",
      request: `/app/requests/${request?.id ?? ""}`,
      figures: "/app/requests/figures",
      consent: "/app/consent",
      banner: "/app/consent/banner",
      services: "/app/consent/services",
      retention: "/app/register/retention",
      deliveries: "/app/deliveries",
      evidence: "/app/evidence",
      settings: "/app/settings",
      tools: "/app/settings/tools",
    };
    for (const [name, path] of Object.entries(pages)) {
      await visit(path, own);
      await own.app.locator(".Polaris-Page .Polaris-Text--root").first().waitFor();
      await own.app.locator(".Polaris-SkeletonPage").first().waitFor({ state: "hidden" });
      await screenshot(own, name);
      expect.soft(await violations(own), name).toEqual([]);
    }
    expect.soft(own.complaints).toEqual([]);
    await own.context.close();
  },
);

it("a store that uninstalls is erased after 48 hours, and leaves a certificate that verifies", async () => {
  await store.standin.control.uninstall();
  await visit("");
  await desk.page
    .getByText(/Install Candor/)
    .first()
    .waitFor();
  await store.standin.control.advance(48);
  const file = `${store.folder}/certificate.json`;
  await until("the store is erased", async () => {
    const left = await store.server.ops<unknown[]>("requests", "list", "--shop", STORE);
    return left.length === 0 ? true : undefined;
  });
  await until(
    "there is a certificate",
    () =>
      store.server.ops("evidence", "certificate", "--shop", STORE, "--out", file).then(
        () => true,
        () => undefined,
      ),
    { every: 1_000 },
  );
  expect(verifyFile(file)).not.toBe("");
});
