/** A shopper who asks for something: fills in the form, opens what is mailed; and what staff and the proof say of it. */
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { verify } from "../verify/verify.mjs";
import { SCREENSHOTS } from "./test-browser.ts";
import { STORE, type ListedRequest, type Store } from "./test-store.ts";
import { openStorefront } from "./test-storefront.ts";
import { until } from "./test-until.ts";

/** A mail as the mailbox shows it. */
export interface Mail {
  to: string;
  text: string;
}

/** Who asks for what, and how. */
export interface Asked {
  email: string;
  kind: string;
  region?: string;
  locale?: string;
  /** Fills in more of the form. */
  more?: (page: Page) => Promise<void>;
  javaScript?: boolean;
  width?: number;
  /** Looks at the form too: a picture under this name, and axe where scripts run. */
  look?: string;
}

const PATIENCE = { within: 60_000, every: 500 };

/** The shoppers of a store. */
export class Asking {
  private readonly known = new Set<string>();
  private readonly store: Store;
  private readonly browser: Browser;

  constructor(store: Store, browser: Browser) {
    this.store = store;
    this.browser = browser;
  }

  async mails(): Promise<Mail[]> {
    return (await (await fetch(`${this.store.standin.urls.mail}/messages.json`)).json()) as Mail[];
  }

  /** The newest mail to an address in which something stands. */
  mailTo(email: string, part: string): Promise<Mail> {
    const look = async () => (await this.mails()).filter(({ to, text }) => to === email && text.includes(part)).at(-1);
    return until(`a mail to ${email} with ${part}`, look, PATIENCE);
  }

  /** The way to a page that was mailed, on the storefront. */
  async linkTo(email: string, part: string): Promise<string> {
    const { text } = await this.mailTo(email, `/${part}/`);
    const link = new RegExp(`https?://\\S+/${part}/[^\\s)]+`).exec(text)?.[0] ?? expect.fail(`no link to ${part}`);
    return new URL(link).pathname;
  }

  open(options: Parameters<typeof openStorefront>[2]) {
    return openStorefront(this.store.standin, this.browser, options);
  }

  /** Fills in the form as a shopper, opens the link that was mailed, and presses its button. Answers the request's id. */
  async ask({ email, kind, region = "DE", locale = "en", more, javaScript = true, width = 1280, look }: Asked) {
    const shopper = await this.open({ region, locale, javaScript, width });
    const { page } = shopper;
    await shopper.visit(`/apps/privacy/request?locale=${locale}`);
    await page.locator("#email").fill(email);
    await page.locator("#region").selectOption(region);
    await page.locator("#kind").selectOption(kind);
    await more?.(page);
    if (look !== undefined) await lookAt(page, look, width);
    await page.locator("button.act[value=send]").click();
    await shopper.visit(await this.linkTo(email, "verify"));
    await page.locator("form button.act").click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(shopper.complaints).toEqual([]);
    await shopper.close();
    return this.newest(kind);
  }

  private listed(): Promise<ListedRequest[]> {
    return this.store.server.ops<ListedRequest[]>("requests", "list", "--shop", STORE);
  }

  /** The request of a kind that nobody has asked about yet. */
  async newest(kind: string): Promise<string> {
    const look = async () => (await this.listed()).find((one) => one.kind === kind && !this.known.has(one.id))?.id;
    const id = await until(`a request of the kind ${kind}`, look, PATIENCE);
    this.known.add(id);
    return id;
  }

  async row(id: string): Promise<ListedRequest> {
    return (await this.listed()).find((one) => one.id === id) ?? expect.fail("no such request");
  }

  /** Waits until a request has ended, and holds its certificate to the verifier. Answers how it ended. */
  async ended(id: string): Promise<string | null> {
    const read = () =>
      this.store.server.ops<object>("requests", "certificate", "--shop", STORE, "--id", id).catch(() => undefined);
    const certificate = await until("there is a certificate", read, { within: 90_000, every: 1_000 });
    expect(await verify(JSON.stringify(certificate), { shop: STORE })).toMatchObject({ ok: true });
    return (await this.row(id)).outcome;
  }
}

async function lookAt(page: Page, name: string, width: number): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await page.screenshot({ path: join(SCREENSHOTS, `${name}-${String(width)}.png`), fullPage: true });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}
