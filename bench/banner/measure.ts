import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, BrowserContext, CDPSession, Page } from "playwright-core";
import { openTab, PROFILE, type Kind, type ProfileName } from "./browser.ts";
import type { Contestant, Selectors } from "./contestants.ts";
import type { Figures } from "./samples.ts";
import { readPaint, watchLongTasks } from "./page-vitals.ts";
import { watchBanner } from "./watch-banner.ts";

/** Everything that one look needs. */
export interface Stage {
  /** Another one after it died. */
  browser: Browser;
  origin: string;
}

/** Chromium reports no interaction shorter than 16 ms: such a one counts as half of that. */
const UNREPORTED = 8;
/** How long a library may keep a shopper waiting before the measured click: one ignores clicks for half a second. */
const BEFORE_CLICK = 1300;

const MEASURE: Readonly<
  Record<Kind, (stage: Stage, contestant: Contestant, profile: ProfileName) => Promise<Figures>>
> = {
  ui: measureUi,
  cost: (stage, contestant, profile) => measureCost(stage, contestant, profile),
  return: measureReturn,
};

/** Looks at one page once, in a window of its own. */
export function measure(stage: Stage, contestant: Contestant, profile: ProfileName, kind: Kind): Promise<Figures> {
  return MEASURE[kind](stage, contestant, profile);
}

/** When the banner is there, and how fast it goes. Nothing of the cost: the watching itself costs. */
async function measureUi(stage: Stage, { name, find }: Contestant, profile: ProfileName): Promise<Figures> {
  if (!find) return {};
  const { context, page } = await openTab(stage.browser, profile);
  try {
    await page.goto(`${stage.origin}/page/blank`);
    await page.addInitScript(watchBanner, { ...find, clicksAtOnce: false, countsLooks: false });
    await page.goto(`${stage.origin}/page/${name}`, { waitUntil: "load" });
    await page.waitForFunction(() => window.watch.usable !== null, null, { timeout: 25_000, polling: 50 });
    await sleep(BEFORE_CLICK);
    const { visible, usable } = await page.evaluate(() => window.watch);
    const { fcp } = await readPaint(page, find.banner);
    await clickIn(page, find.accept);
    await page.waitForFunction(() => window.watch.gone !== null, null, { timeout: 15_000, polling: 50 });
    await sleep(250);
    const { clicked, gone, interaction } = await page.evaluate(() => window.watch);
    return {
      fcp,
      // what stands in the document before anything is painted is not to be seen
      visible: Math.max(visible ?? NaN, fcp),
      usable: Math.max(usable ?? NaN, fcp),
      gone: (gone ?? NaN) - (clicked ?? NaN),
      interaction: interaction ?? UNREPORTED,
    };
  } finally {
    await context.close();
  }
}

/** Clicks with the mouse where the element's middle is, and nowhere else: no waiting, no scrolling. */
export async function clickIn(page: Page, selector: string): Promise<void> {
  const box = await page.evaluate((sought) => {
    const { x, y, width, height } = document.querySelector(sought)?.getBoundingClientRect() ?? new DOMRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, selector);
  await page.mouse.click(box.x, box.y);
}

/** What the page costs with this banner; nothing of ours runs in it but an observer of long tasks. */
async function measureCost(
  { browser, origin }: Stage,
  { name, find }: Contestant,
  profile: ProfileName,
  known?: BrowserContext,
): Promise<Figures> {
  const { context, page, devtools } = await openTab(browser, profile, known);
  try {
    await page.goto(`${origin}/page/blank`);
    await page.addInitScript(watchLongTasks);
    let requests = 0;
    page.on("request", () => requests++);
    const before = await countersOf(devtools);
    await page.goto(`${origin}/page/${name}`, { waitUntil: "load" });
    await sleep(PROFILE[profile].settle);
    const after = await countersOf(devtools);
    const spent = (counter: string) => 1000 * ((after[counter] ?? 0) - (before[counter] ?? 0));
    const paint = await readPaint(page, find?.banner ?? "");
    const left = await whatIsLeft(devtools);
    return {
      ...paint,
      ...left,
      requests,
      script: spent("ScriptDuration"),
      layout: spent("LayoutDuration") + spent("RecalcStyleDuration"),
      task: spent("TaskDuration"),
    };
  } finally {
    if (!known) await context.close();
  }
}

/** The same for somebody who refused on the page before: same cookies, same storage, files in the browser's cache. */
async function measureReturn(stage: Stage, contestant: Contestant, profile: ProfileName): Promise<Figures> {
  const { context, page } = await openTab(stage.browser, "desktop");
  try {
    await page.goto(`${stage.origin}/page/${contestant.name}`, { waitUntil: "load" });
    if (contestant.find) await refuse(page, contestant.find);
    await sleep(500);
    await page.close();
    return await measureCost(stage, contestant, profile, context);
  } finally {
    await context.close();
  }
}

async function refuse(page: Page, { banner, reject }: Selectors): Promise<void> {
  await page.locator(reject).first().waitFor({ state: "visible", timeout: 15_000 });
  await sleep(BEFORE_CLICK);
  await page.click(reject);
  await page.locator(banner).first().waitFor({ state: "hidden", timeout: 8000 });
}

async function countersOf(devtools: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** What stays in memory once the garbage is gone. */
async function whatIsLeft(devtools: CDPSession): Promise<Figures> {
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await devtools.send("HeapProfiler.enable");
  await devtools.send("HeapProfiler.collectGarbage");
  await devtools.send("HeapProfiler.collectGarbage");
  const {
    JSHeapUsedSize: heap = NaN,
    Nodes: nodes = NaN,
    JSEventListeners: listeners = NaN,
  } = await countersOf(devtools);
  return { heap, nodes, listeners };
}
