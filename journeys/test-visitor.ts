/** A visitor of a test shop's page, a new one for each test; nothing may stand in the console at the end. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { openBrowser } from "./test-browser.ts";
import { openTestShop, type TestPage, type TestShop } from "./test-page.ts";
import { WAYS } from "./test-ways.ts";

/** What a test does in the page. */
export class TestVisitor {
  browser!: Browser;
  shop!: TestShop;
  context!: BrowserContext;
  page!: Page;
  complaints: string[] = [];

  /** A new visitor, of Berlin where nothing else is said. */
  async visitor(options: BrowserContextOptions = {}): Promise<void> {
    this.shop.hits.length = this.shop.sent.length = 0;
    this.complaints = [];
    this.context = await this.browser.newContext({
      timezoneId: "Europe/Berlin",
      reducedMotion: "reduce",
      ...options,
    });
    this.context.setDefaultTimeout(10_000);
    this.page = await this.context.newPage();
    this.page.on("console", (message) => {
      if (message.type() === "error") this.complaints.push(message.text());
    });
    this.page.on("pageerror", (error) => this.complaints.push(error.message));
  }

  /** Opens a page; answers its address. */
  async visit(what: TestPage): Promise<string> {
    const url = this.shop.page(what);
    await this.page.goto(url, { waitUntil: "load" });
    return url;
  }

  banner() {
    return this.page.getByRole("region", { name: "You decide how we use your data" });
  }

  press(name: string): Promise<void> {
    return this.page.getByRole("button", { name, exact: true }).click();
  }

  /** Waits until everything that follows an answer has happened: the record is sent last but for Shopify's read-back. */
  async settled(): Promise<void> {
    const sent = () => this.shop.sent.filter(({ path }) => path.endsWith("/choice")).length;
    await expect.poll(sent).toBeGreaterThan(0);
  }

  /** What a tag host was asked for. */
  asked(host: string): string[] {
    return this.shop.hits.filter((hit) => hit.startsWith(`${host}/`)).map((hit) => hit.replace(/\.js$/, ""));
  }

  /** Every way to ask a tag host, each for its own number. */
  ways(host: string): string[] {
    return Object.values(WAYS).map((way, at) => way.replaceAll("A/w", this.shop.tag(host, String(at))));
  }
}

/** A visitor for each test of a file. */
export function useVisitor(): TestVisitor {
  const my = new TestVisitor();
  beforeAll(async () => {
    my.browser = await openBrowser();
    my.shop = await openTestShop();
  });
  afterAll(async () => {
    await my.browser.close();
    await my.shop.close();
  });
  beforeEach(() => my.visitor());
  afterEach(async () => {
    await my.context.close();
    expect(my.complaints).toEqual([]);
  });
  return my;
}
