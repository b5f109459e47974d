import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { startStandin, type Standin } from "../standin/start.ts";
import { FIXTURES } from "../standin/tags/fixtures.ts";
import { VENDORS } from "../standin/tags/vendors.ts";
import { openShopBrowser, openStorefront, type ShopperOptions, type Shopper } from "./test-storefront.ts";
import { until } from "./test-until.ts";

let standin: Standin;
let browser: Browser;
beforeAll(async () => {
  standin = await startStandin({ small: true });
  browser = await openShopBrowser(standin);
});
afterAll(async () => {
  await browser.close();
  await standin.close();
});
beforeEach(() => {
  standin.control.setStorefront({ shopifyBanner: false, embeds: {} });
  standin.control.setFaults({ privacyDelay: 0, privacyApi: "ok", consentFailures: 0 });
});

async function as<T>(options: ShopperOptions, act: (shopper: Shopper) => Promise<T>): Promise<T> {
  const shopper = await openStorefront(standin, browser, options);
  try {
    return await act(shopper);
  } finally {
    await shopper.close();
  }
}

interface Privacy {
  error: string;
  region: string;
  banner: boolean;
  analytics: boolean;
  sale: boolean;
  saleRegion: boolean;
}

/** What a script of the page learns of the Customer Privacy API; "late" when it does not come within half a second. */
function privacyOf(page: Page): Promise<Privacy | "late"> {
  return page.evaluate(
    () =>
      new Promise<Privacy | "late">((resolve) => {
        const { Shopify } = window as unknown as {
          Shopify: {
            loadFeatures: (list: object[], done: (error?: Error) => void) => void;
            customerPrivacy?: Record<string, () => unknown>;
          };
        };
        setTimeout(() => {
          resolve("late");
        }, 500);
        Shopify.loadFeatures([{ name: "consent-tracking-api", version: "0.1" }], (error) => {
          const read = (name: string): unknown => Shopify.customerPrivacy?.[name]?.();
          resolve({
            error: error?.message ?? "",
            region: String(read("getRegion")),
            banner: read("shouldShowBanner") === true,
            analytics: read("analyticsProcessingAllowed") === true,
            sale: read("saleOfDataAllowed") === true,
            saleRegion: read("saleOfDataRegion") === true,
          });
        });
      }),
  );
}

it("every tag in the theme reaches its vendor when nothing holds it, and sets its cookies", async () => {
  await as({ region: "DE", tags: "all" }, async (shopper) => {
    await shopper.visit();
    const called = () => new Set(shopper.hits().map(({ vendor }) => vendor));
    await until("every vendor was called", () => (VENDORS.every(({ id }) => called().has(id)) ? true : undefined));
    const cookies = (await shopper.context.cookies()).map(({ name }) => name);
    expect(cookies).toEqual(expect.arrayContaining(["_ga", "_fbp", "_ttp", "_uetsid", "__kla_id", "_clck"]));
    const scripts = shopper
      .hits()
      .filter(({ dest }) => dest === "script")
      .map(({ host, path }) => host + path);
    expect(scripts.length).toBe(new Set(scripts).size);
    expect(shopper.complaints).toEqual([]);
  });
});

it("a page without tags calls nobody, and every fixture but those that hold themselves calls somebody", async () => {
  const quiet = ["no-tags", "markup-held"];
  await as({ region: "DE" }, async (shopper) => {
    for (const name of [...quiet, ...Object.keys(FIXTURES)]) {
      shopper.forget();
      await shopper.visit(`/fixtures/${name}`);
      if (quiet.includes(name)) expect(shopper.hits(), name).toEqual([]);
      else await until(`${name} called a third party`, () => shopper.hits()[0], { every: 20 });
    }
  });
});

it("the Customer Privacy API knows the place and applies the shop's policy for it", async () => {
  const ask = (options: ShopperOptions) =>
    as(options, async (shopper) => {
      await shopper.visit("/cart");
      return privacyOf(shopper.page);
    });
  expect(await ask({ region: "DE" })).toMatchObject({ region: "DE", banner: true, analytics: false, sale: false });
  const california = { region: "USCA", banner: false, analytics: true, saleRegion: true };
  expect(await ask({ region: "US-CA" })).toMatchObject({ ...california, sale: true });
  expect(await ask({ region: "US-CA", gpc: true })).toMatchObject({ ...california, sale: false });
  expect(await ask({ region: "JP" })).toMatchObject({ region: "JP", banner: false, analytics: true, sale: true });
  expect(await ask({})).toMatchObject({ region: "", banner: false, analytics: true });
});

it("the API can come never, or break, and what is said to it can fail", async () => {
  const act = (given: boolean) =>
    as({ region: "DE" }, async (shopper) => {
      await shopper.visit("/cart");
      const seen = await privacyOf(shopper.page);
      const told = given ? await tell(shopper.page) : undefined;
      return { seen, told, calls: shopper.privacyCalls().filter(({ method }) => method === "setTrackingConsent") };
    });
  standin.control.setFaults({ privacyApi: "never" });
  expect((await act(false)).seen).toBe("late");
  standin.control.setFaults({ privacyApi: "error" });
  expect((await act(false)).seen).toMatchObject({ error: expect.stringContaining("could not be loaded") as string });
  standin.control.setFaults({ privacyApi: "ok", consentFailures: 1 });
  const { told, calls } = await act(true);
  expect(told).toEqual({ failed: [true, false, false], events: 1, analytics: "yes", marketing: "no" });
  expect(calls.map(({ result }) => result)).toEqual(["failed", "stored", "stored"]);
});

/** Says the same three times: the first fails, the second changes something, the third nothing. */
function tell(page: Page) {
  return page.evaluate(async () => {
    const { customerPrivacy } = (
      window as unknown as {
        Shopify: {
          customerPrivacy: {
            setTrackingConsent: (given: object, done: (failed?: object) => void) => void;
            currentVisitorConsent: () => { analytics: string; marketing: string };
          };
        };
      }
    ).Shopify;
    let events = 0;
    document.addEventListener("visitorConsentCollected", () => (events += 1));
    const failed: boolean[] = [];
    for (let turn = 0; turn < 3; turn += 1)
      failed.push(
        await new Promise<boolean>((resolve) => {
          customerPrivacy.setTrackingConsent({ analytics: true, marketing: false }, (problem) => {
            resolve(problem !== undefined);
          });
        }),
      );
    const { analytics, marketing } = customerPrivacy.currentVisitorConsent();
    return { failed, events, analytics, marketing };
  });
}

it("Shopify's own banner is there when it is on, and only where it is asked for", async () => {
  standin.control.setStorefront({ shopifyBanner: true });
  await as({ region: "DE" }, async ({ page, visit }) => {
    await visit("/cart");
    await page.locator("#shopify-pc__banner__btn-decline").click();
    await page.locator("#shopify-pc__banner").waitFor({ state: "detached" });
  });
  await as({ region: "JP" }, async ({ page, visit, privacyCalls }) => {
    await visit("/cart");
    await until("the banner asked", () => privacyCalls().find(({ method }) => method === "shouldShowBanner"));
    expect(await page.locator("#shopify-pc__banner").count()).toBe(0);
  });
});

it("the theme is free of errors and fits on a small screen, in a language from right to left too", async () => {
  for (const options of [{ width: 1280 }, { width: 320, locale: "ar" }]) {
    await as(options, async ({ page, visit, complaints }) => {
      for (const path of ["/", "/products/briar-rose-engagement-ring", "/collections/all", "/cart"]) {
        await visit(path);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
          options.width,
        );
      }
      expect(complaints).toEqual([]);
    });
  }
});
