import { setTimeout as sleep } from "node:timers/promises";
import type { BrowserContextOptions, Page } from "playwright-core";
import { SHOPPER } from "./browser.ts";
import type { Selectors } from "./contestants.ts";
import type { Stage } from "./measure.ts";

/** How long a banner may move before it is judged. Milliseconds. */
export const COME_TO_REST = 1800;

/** A page of its own, thrown away afterwards. */
export async function withPage<T>(
  { browser, origin }: Stage,
  path: string,
  visit: (page: Page) => Promise<T>,
  options: BrowserContextOptions & { before?: (page: Page) => Promise<unknown> } = {},
): Promise<T> {
  const { before, ...settings } = options;
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...SHOPPER, ...settings });
  try {
    const page = await context.newPage();
    await before?.(page);
    await page.goto(`${origin}${path}`, { waitUntil: "load" });
    return await visit(page);
  } finally {
    await context.close();
  }
}

/** Waits until the banner is there and stands still. */
export async function waitForBanner(page: Page, { accept }: Selectors): Promise<void> {
  await page.locator(accept).first().waitFor({ state: "visible", timeout: 15_000 });
  await sleep(COME_TO_REST);
}
