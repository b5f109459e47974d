/** The storefront in Chromium, as a shopper from anywhere sees it, with the vendors' true hosts answered and recorded. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Standin } from "../standin/start.ts";
import type { Hit } from "../standin/tags/serve-tags.ts";
import type { PrivacyCall } from "../standin/world.ts";
import { launch } from "./test-browser.ts";

/** Who opens the storefront, and what its theme has. */
export interface ShopperOptions {
  /** ISO 3166-1 or -2, "DE" or "US-CA"; absent: geolocation fails. */
  region?: string;
  /** One of the shop's languages; absent: English. */
  locale?: string;
  /** Vendors of standin/tags/vendors.ts, or "all"; absent: none. */
  tags?: readonly string[] | "all";
  width?: number;
  /** Global Privacy Control. */
  gpc?: boolean;
  javaScript?: boolean;
  timezone?: string;
}

/** A shopper's window. */
export interface Shopper {
  page: Page;
  context: BrowserContext;
  /** Opens a path of the storefront and waits until it is loaded. */
  visit: (path?: string) => Promise<void>;
  /** Requests that reached third parties since this window was opened, or since `forget`, oldest first. */
  hits: () => readonly Hit[];
  /** Hosts of third parties to which a connection was opened, also without a request. */
  contacts: () => readonly string[];
  /** Calls of the Customer Privacy API. */
  privacyCalls: () => readonly PrivacyCall[];
  forget: () => void;
  /** Errors on the console and on pages. */
  complaints: string[];
  close: () => Promise<void>;
}

/** What Chromium itself asks for, whatever the page: nobody's tags. */
const BROWSERS_OWN = [
  "content-autofill.googleapis.com",
  "accounts.google.com",
  "android.clients.google.com",
  "update.googleapis.com",
];

/** Chromium that finds every host but this machine's names at the stand-in's tag hosts. */
export function openShopBrowser(standin: Standin): Promise<Browser> {
  const tags = new URL(standin.urls.tags).port;
  const own = BROWSERS_OWN.map((host) => `MAP ${host} ~NOTFOUND, `).join("");
  return launch([
    `--host-resolver-rules=${own}MAP * 127.0.0.1:${tags}, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
    "--ignore-certificate-errors",
  ]);
}

async function newContext(browser: Browser, options: ShopperOptions): Promise<BrowserContext> {
  const width = options.width ?? 1280;
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 844 : 900 },
    ignoreHTTPSErrors: true,
    javaScriptEnabled: options.javaScript ?? true,
    locale: options.locale ?? "en",
    ...(options.timezone === undefined ? {} : { timezoneId: options.timezone }),
    ...(options.gpc === true ? { extraHTTPHeaders: { "Sec-GPC": "1" } } : {}),
  });
  context.setDefaultTimeout(15_000);
  if (options.gpc === true)
    await context.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true });
    });
  return context;
}

/** The cookies by which the storefront knows what its address would say. */
function choicesOf(standin: Standin, options: ShopperOptions) {
  const { tags = [] } = options;
  const chosen = {
    standin_region: options.region ?? "none",
    standin_locale: options.locale ?? "en",
    standin_tags: tags === "all" ? "all" : tags.length === 0 ? "none" : tags.join(","),
    standin_hosts: "true",
  };
  return Object.entries(chosen).map(([name, value]) => ({
    name,
    value: encodeURIComponent(value),
    url: standin.urls.storefront,
    httpOnly: true,
  }));
}

/** A fresh window of a shopper; cookies and storage are empty. */
export async function openStorefront(
  standin: Standin,
  browser: Browser,
  options: ShopperOptions = {},
): Promise<Shopper> {
  const context = await newContext(browser, options);
  await context.addCookies(choicesOf(standin, options));
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  const { seen } = standin.tags;
  const { visits } = standin.world;
  let since = { hits: seen.hits.length, contacts: seen.contacts.length, calls: visits.privacyCalls.length };
  return {
    page,
    context,
    visit: async (path = "/") => {
      await page.goto(standin.urls.storefront + path, { waitUntil: "load" });
    },
    hits: () => seen.hits.slice(since.hits),
    contacts: () => seen.contacts.slice(since.contacts).map(({ host }) => host),
    privacyCalls: () => visits.privacyCalls.slice(since.calls),
    forget: () => {
      since = { hits: seen.hits.length, contacts: seen.contacts.length, calls: visits.privacyCalls.length };
    },
    complaints,
    close: () => context.close(),
  };
}
