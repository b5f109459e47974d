import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openBrowser } from "./test-browser.ts";
import { openTestShop, type TestPage, type TestShop } from "./test-page.ts";

/** Every way in which a page can ask a host for something. `A` stands for the address of the host. */
const WAYS: Record<string, string> = {
  "a script of the markup": '<script src="A/w.js"></script>',
  "an async script of the markup": '<script async src="A/w.js"></script>',
  "a deferred script of the markup": '<script defer src="A/w.js"></script>',
  "a picture of the markup": '<img src="A/w" alt="">',
  "a script that a script makes":
    '<script>{const s=document.createElement("script");s.src="A/w.js";document.head.append(s)}</script>',
  "a script by setAttribute":
    '<script>{const s=document.createElement("script");s.setAttribute("src","A/w.js");document.head.append(s)}</script>',
  "document.write": '<script>document.write("<script src=\'A/w.js\'></"+"script>")</script>',
  "a frame by innerHTML":
    "<div></div><script>document.currentScript.previousElementSibling.innerHTML=\"<iframe title=x src='A/w'></iframe>\"</script>",
  insertAdjacentHTML: "<script>document.body.insertAdjacentHTML(\"beforeend\",\"<img alt='' src='A/w'>\")</script>",
  "a frame that a script makes":
    '<script>{const f=document.createElement("iframe");f.title="x";f.src="A/w";document.body.append(f)}</script>',
  "new Image": '<script>new Image().src="A/w"</script>',
  fetch: '<script>fetch("A/w",{mode:"no-cors"})</script>',
  sendBeacon: '<script>navigator.sendBeacon("A/w","x")</script>',
  XMLHttpRequest: '<script>{const x=new XMLHttpRequest();x.open("GET","A/w");x.send()}</script>',
  "a preload that a script makes":
    '<script>{const l=document.createElement("link");l.rel="preload";l.as="script";l.href="A/w.js";document.head.append(l)}</script>',
  "a template's copy":
    "<script>{const t=document.createElement(\"template\");t.innerHTML=\"<img alt='' src='A/w'>\";document.body.append(t.content.cloneNode(true))}</script>",
};

/** Looks again until it is so; the machine may be busy. */
const soon = (look: () => unknown) => expect.poll(look, { timeout: 10_000 });

describe("a storefront page", () => {
  let browser: Browser;
  let shop: TestShop;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    shop = await openTestShop();
  });
  afterAll(async () => {
    await browser.close();
    await shop.close();
  });
  beforeEach(async () => {
    await visitor();
  });
  afterEach(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });

  /** A new visitor, of Berlin where nothing else is said. */
  async function visitor(options: BrowserContextOptions = {}): Promise<void> {
    shop.hits.length = shop.sent.length = 0;
    complaints = [];
    context = await browser.newContext({ timezoneId: "Europe/Berlin", reducedMotion: "reduce", ...options });
    context.setDefaultTimeout(10_000);
    page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
  }

  async function visit(what: TestPage): Promise<string> {
    const url = shop.page(what);
    await page.goto(url, { waitUntil: "load" });
    return url;
  }

  const banner = () => page.getByRole("region", { name: "You decide what we may use" });
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  /** Waits until everything that follows an answer has happened: the record is sent last but for Shopify's read-back. */
  const settled = () => soon(() => shop.sent.filter(({ path }) => path.endsWith("/choice")).length).toBeGreaterThan(0);
  const asked = (host: string) => shop.hits.filter((hit) => hit.startsWith(`${host}/`));
  const ways = (host: string) =>
    Object.values(WAYS).map((way, at) => way.replaceAll("A/w", shop.tag(host, `${String(at)}`)));

  it("asks held hosts nothing before an answer, and each thing exactly once after a yes", async () => {
    await visit({ place: "DE", body: ways("ads").join("\n") + ways("free").join("\n") });
    await banner().waitFor();
    await soon(() => new Set(asked("free")).size).toBe(ways("free").length);
    expect(asked("ads")).toEqual([]);
    await press("Accept all");
    const everything = Object.values(WAYS).map((way, at) => `ads/${String(at)}${way.includes("A/w.js") ? ".js" : ""}`);
    await soon(() => asked("ads").sort()).toEqual(everything.sort());
    await page.waitForTimeout(300);
    expect(asked("ads").sort()).toEqual(everything.sort());
  });

  it("asks them nothing after a no, on this page and on the next", async () => {
    const what = { place: "DE", body: ways("ads").join("\n") };
    const url = await visit(what);
    await press("Reject all");
    await settled();
    await page.goto(url);
    await page.waitForTimeout(300);
    expect(asked("ads")).toEqual([]);
    expect(await banner().count()).toBe(0);
  });

  it("runs the scripts of the markup in their order, each after the one before it", async () => {
    const ads = (name: string) => `<script src="${shop.tag("ads", name)}"></script>`;
    const marked = '<script type="text/plain" data-consent="marketing">window.ran.push("marked")</script>';
    await visit({ place: "DE", head: ads("1.js") + ads("2.js"), body: ads("3.js") + marked + ads("4.js") });
    await press("Accept all");
    const ran = () => page.evaluate(() => (window as unknown as { ran?: string[] }).ran);
    await soon(ran).toEqual(["/1.js", "/2.js", "/3.js", "marked", "/4.js"]);
  });

  it("releases one purpose alone", async () => {
    await visit({ place: "DE", body: ways("ads").join("\n") + ways("stats").join("\n") });
    await page.waitForFunction(() => sessionStorage.getItem("_cndr"));
    await press("Manage preferences");
    const dialog = page.getByRole("dialog", { name: "Your privacy choices" });
    await dialog.getByRole("switch", { name: "Statistics" }).check();
    await dialog.getByRole("button", { name: "Save choices" }).click();
    await soon(() => new Set(asked("stats")).size).toBe(ways("stats").length);
    expect(asked("ads")).toEqual([]);
    expect(shop.sent[0]?.body).toMatchObject({ allowed: 2, source: "preferences", form: "consent", region: "DE" });
  });

  it("forgets cookies and stops tags on withdrawal", async () => {
    const url = await visit({ place: "DE", blocks: ["choices"], body: ways("ads").join("\n") });
    await press("Accept all");
    await settled();
    await page.evaluate(() => {
      document.cookie = "_ad=1;path=/";
      document.cookie = "cart=1;path=/";
    });
    await press("Withdraw everything");
    await soon(() => page.evaluate(() => document.cookie)).not.toContain("_ad=");
    expect(await page.evaluate(() => document.cookie)).toContain("cart=1");
    shop.hits.length = 0;
    await page.evaluate(
      (src) => {
        new Image().src = src;
      },
      shop.tag("ads", "late"),
    );
    await page.goto(url);
    await page.waitForTimeout(300);
    expect(asked("ads")).toEqual([]);
  });

  it("tells Shopify once, with four flags, and keeps a record with a receipt", async () => {
    await visit({ place: "DE" });
    await page.waitForFunction(() => sessionStorage.getItem("_cndr"));
    await press("Accept all");
    await settled();
    await soon(() => page.evaluate(() => document.cookie)).toMatch(/_cndr=1\.0\.f\.\w+\.1\.4\.DE\./);
    const calls = await page.evaluate(() => (window as unknown as { calls: unknown[] }).calls);
    expect(calls).toEqual([{ preferences: true, analytics: true, marketing: true, sale_of_data: true }]);
    expect(shop.sent).toHaveLength(1);
    const record = shop.sent[0]?.body as Record<string, unknown>;
    expect(record).toMatchObject({
      v: 1,
      allowed: 15,
      source: "banner",
      region: "DE",
      regionSource: "shopify",
      language: "en",
    });
    expect(record["textHash"]).toMatch(/^[\da-f]{64}$/);
  });

  it("tells Google the defaults before any tag, and the update after the answer", async () => {
    await visit({ place: "DE", head: "<script>window.first=JSON.stringify(window.dataLayer)</script>" });
    const first = await page.evaluate(() => (window as unknown as { first: string }).first);
    expect(first).toContain('"ad_user_data":"denied"');
    expect(first).toContain('"wait_for_update":500');
    await press("Accept all");
    await soon(() =>
      page.evaluate(() => JSON.stringify((window as unknown as { dataLayer: unknown[] }).dataLayer.at(-1))),
    ).toContain('"1":"update","2":{"ad_storage":"granted"');
  });

  it("lets tags run in California without a question, tells of the right, and obeys the signal", async () => {
    const body = ways("ads").join("\n");
    await visit({
      place: "USCA",
      market: "US",
      body,
      settings: { hosts: { "ads.localhost": 12, "stats.localhost": 2 } },
    });
    await page.getByRole("region", { name: "Your privacy rights" }).waitFor();
    await soon(() => new Set(asked("ads")).size).toBe(ways("ads").length);
    await context.close();

    await visitor({ timezoneId: "America/Los_Angeles" });
    await context.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { value: true });
    });
    await visit({ place: "USCA", market: "US", body, settings: { hosts: { "ads.localhost": 12 } } });
    await page.getByText("Your browser sent an opt-out signal").waitFor();
    await page.waitForTimeout(200);
    expect(asked("ads")).toEqual([]);
  });

  it("takes an answer that was given elsewhere", async () => {
    await visit({ place: "DE", body: ways("ads").join("\n") });
    await banner().waitFor();
    await page.waitForFunction(() => "customerPrivacy" in (window as unknown as { Shopify: object }).Shopify);
    await page.evaluate(() => {
      const { customerPrivacy } = (
        window as unknown as {
          Shopify: { customerPrivacy: { setTrackingConsent: (flags: object, done: () => void) => void } };
        }
      ).Shopify;
      customerPrivacy.setTrackingConsent(
        { preferences: true, analytics: true, marketing: true, sale_of_data: true },
        () => undefined,
      );
    });
    await soon(() => new Set(asked("ads")).size).toBe(ways("ads").length);
    expect(await banner().count()).toBe(0);
    expect(shop.sent.at(-1)?.body).toMatchObject({ source: "elsewhere", allowed: 15 });
  });

  it("works where Shopify's interface never comes", async () => {
    await visit({ body: ways("ads").join("\n") });
    await press("Accept all");
    await soon(() => new Set(asked("ads")).size).toBe(ways("ads").length);
    expect(shop.sent[0]?.body).toMatchObject({ region: "DE", regionSource: "market" });
  });

  it("keeps a record that could not be sent, and sends it when there is a network", async () => {
    await visit({ place: "DE" });
    await banner().waitFor();
    await page.waitForFunction(() => "customerPrivacy" in (window as unknown as { Shopify: object }).Shopify);
    await page.evaluate(async () => {
      const { cndr } = window as unknown as { cndr: { load: (name: string) => Promise<unknown> } };
      await cndr.load("tell");
    });
    await context.setOffline(true);
    await press("Reject all");
    await page.waitForTimeout(200);
    expect(shop.sent).toEqual([]);
    await context.setOffline(false);
    await settled();
    expect(shop.sent[0]?.body).toMatchObject({ allowed: 0, form: "consent" });
  });

  it("shows a sentence instead of a frame, and the frame when it is wanted", async () => {
    const frame = WAYS["a frame that a script makes"]?.replace("A/w", shop.tag("ads", "film")) ?? "";
    await visit({ place: "DE", body: frame });
    await press("Reject all");
    await page.getByText("This content comes from ads.localhost").waitFor();
    await press("Allow and show");
    await soon(() => asked("ads")).toEqual(["ads/film"]);
    expect(await page.getByText("This content comes from").count()).toBe(0);
  });

  it("breaks nothing under a strict content security policy", async () => {
    await visit({ place: "DE", csp: "default-src 'self'; script-src 'self'; style-src 'self'", blocks: ["link"] });
    await banner().waitFor();
    expect(await banner().evaluate((element) => getComputedStyle(element).position)).toBe("fixed");
    await press("Manage preferences");
    await page.getByRole("dialog").waitFor();
  });

  it("can be used by keyboard alone: one Tab, no stolen focus, Escape gives it back", async () => {
    await visit({ place: "DE", body: '<a href="/">home</a>' });
    await banner().waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
    await page.keyboard.press("Tab");
    expect(await banner().evaluate((element) => element.contains(document.activeElement))).toBe(true);
    for (let step = 0; step < 3; step += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await soon(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Manage preferences");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await settled();
    expect(shop.sent[0]?.body).toMatchObject({ allowed: 15 });
  });

  it("is a dialog that keeps the focus where the merchant wants one", async () => {
    const { SETTINGS } = await import("./test-page.ts");
    await visit({ place: "DE", settings: { look: { ...SETTINGS.look, layout: "dialog" } } });
    const dialog = page.getByRole("dialog", { name: "You decide what we may use" });
    await dialog.waitFor();
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await press("Accept all");
    await settled();
    expect(await dialog.count()).toBe(0);
  });

  it("works with JavaScript off, and offers a plain link", async () => {
    await context.close();
    await visitor({ javaScriptEnabled: false });
    await visit({ blocks: ["link"], body: "<p>Gold rings</p>" });
    expect(await page.getByRole("link", { name: "Your privacy choices" }).getAttribute("href")).toBe(
      "/apps/privacy/choices",
    );
    expect(await banner().count()).toBe(0);
  });

  it("works where storage is blocked: the answer counts for the page", async () => {
    await context.addInitScript(() => {
      const deny = {
        get: () => {
          throw new DOMException("denied", "SecurityError");
        },
      };
      for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, deny);
      Object.defineProperty(Document.prototype, "cookie", { get: () => "", set: () => undefined });
    });
    await visit({ body: ways("ads").join("\n") });
    await press("Accept all");
    await soon(() => new Set(asked("ads")).size).toBe(ways("ads").length);
  });

  it("works where a blocker keeps the later parts away: everything stays held, without an error of ours", async () => {
    await context.route(/\/assets\/(after|tell)\.js/, (route) => route.abort("blockedbyclient"));
    await visit({ place: "DE", body: ways("ads").join("\n") });
    await press("Accept all");
    await page.waitForTimeout(200);
    expect(asked("ads")).toEqual([]);
    expect(await banner().count()).toBe(0);
    complaints = complaints.filter((text) => !text.includes("ERR_BLOCKED_BY_CLIENT"));
  });

  it("loads the gate alone for a visitor who said yes", async () => {
    const url = await visit({ place: "DE" });
    await press("Accept all");
    await soon(() => page.evaluate(() => document.cookie)).toMatch(/_cndr=1\.0\.f\.\w+\.1\.4\./);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(url, { waitUntil: "load" });
    await page.waitForTimeout(200);
    expect(asked.filter((path) => path.startsWith("/assets/"))).toEqual(["/assets/gate.js"]);
    const isNative = await page.evaluate(() => Element.prototype.setAttribute.toString().includes("native"));
    expect(isNative).toBe(true);
  });
});
