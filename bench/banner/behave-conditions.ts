import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { COME_TO_REST, waitForBanner, withPage } from "./visit.ts";
import type { Contestant, Selectors } from "./contestants.ts";
import { clickIn, type Stage } from "./measure.ts";
import { watchBanner } from "./watch-banner.ts";

/** Whether the banner stands where much is forbidden or little room is. */
export interface Standing {
  /** Violations of a strict content security policy, beyond the bare page's own. */
  strictViolations: number;
  /** Whether it can be seen, and stands where it should, under that policy. */
  standsStrict: boolean;
  /** Without JavaScript: the banner itself, a link to the choices, or nothing. */
  withoutJs: "banner" | "link" | "nothing";
  /** In a window of 320 × 256, which is 1280 × 1024 at 400 %. */
  small: Reach;
  /** At 200 % of a window of 1280 × 800. */
  zoomed: Reach;
}

/** What can be reached where little room is: whether the middle of each button can be brought into view and hit. */
export interface Reach {
  accepts: boolean;
  rejects: boolean;
  /** Whether the banner is wider than the window. */
  overflows: boolean;
}

/** Whether the banner heeds what the browser says of the shopper's wishes. */
export interface Reactions {
  /** Whether Global Privacy Control changes anything: what is shown, said or stored. */
  heedsSignal: boolean;
  /** In how many places or shades the banner is seen while it comes, as by default and with reduced motion. */
  moves: number;
  movesReduced: number;
  /** How long it takes to go with reduced motion. Milliseconds. */
  goneReduced: number;
}

/** Clicks six times, each on a new page, in the first moment with a banner: thrice by script, thrice with the mouse. */
export async function clickAtOnce(stage: Stage, path: string, find: Selectors): Promise<number> {
  let dead = 0;
  for (const clicksAtOnce of [true, false, true, false, true, false]) {
    const isGone = await withPage(stage, "/page/blank", async (page) => {
      await page.addInitScript(watchBanner, { ...find, clicksAtOnce, countsLooks: false });
      await page.goto(`${stage.origin}${path}`, { waitUntil: "commit" });
      await page.waitForFunction(() => window.watch.visible !== null, null, { polling: "raf", timeout: 15_000 });
      if (!clicksAtOnce) await clickIn(page, find.accept);
      await sleep(1600);
      return page.evaluate(() => window.watch.gone !== null);
    });
    if (!isGone) dead++;
  }
  return dead;
}

declare global {
  interface Window {
    violations: number;
  }
}

function countViolations(): void {
  window.violations = 0;
  document.addEventListener("securitypolicyviolation", () => window.violations++);
}

/** Puts the banner where it is hard to stand. */
export async function stand(stage: Stage, { name, find, noJs }: Contestant): Promise<Standing> {
  if (!find) throw new Error("There is no banner to look at.");
  const path = `/page/${name}`;
  const before = (page: Page) => page.addInitScript(countViolations);
  const strictly = async (page: Page) => {
    await sleep(2500);
    return page.evaluate(underPolicy, find.banner);
  };
  const bare = await withPage(stage, "/page/none?strict", strictly, { before });
  const strict = await withPage(stage, `${path}?strict`, strictly, { before });
  const isVisible = (page: Page, selector: string) => page.locator(selector).first().isVisible();
  const withoutJs = await withPage(
    stage,
    path,
    async (page) => {
      if (await isVisible(page, find.banner)) return "banner";
      return noJs !== undefined && (await isVisible(page, noJs)) ? "link" : "nothing";
    },
    { javaScriptEnabled: false },
  );
  const within = (width: number, height: number, deviceScaleFactor: number) =>
    withPage(stage, path, (page) => inSmallWindow(page, find), { viewport: { width, height }, deviceScaleFactor });
  return {
    strictViolations: strict.violations - bare.violations,
    standsStrict: strict.stands,
    withoutJs,
    small: await within(320, 256, 4),
    zoomed: await within(640, 400, 2),
  };
}

/** Runs in the page. A banner whose styles were refused is no longer fixed to the window. */
function underPolicy(selector: string): { violations: number; stands: boolean } {
  const banner = document.querySelector(selector);
  const { width, top, bottom } = banner?.getBoundingClientRect() ?? new DOMRect();
  const isInWindow = width > 0 && bottom > 0 && top < innerHeight;
  let isFixed = false;
  for (let at = banner; at; at = at.parentElement)
    isFixed ||= getComputedStyle(at).position === "fixed" || at.matches(":modal");
  return { violations: window.violations, stands: isFixed && isInWindow };
}

async function inSmallWindow(page: Page, find: Selectors): Promise<Reach> {
  await waitForBanner(page, find);
  return page.evaluate(({ accept, reject, banner }) => {
    const isReached = (selector: string) => {
      const button = document.querySelector(selector);
      button?.scrollIntoView({ block: "nearest", behavior: "instant" });
      const { x, y, width, height } = button?.getBoundingClientRect() ?? new DOMRect();
      const hit = document.elementFromPoint(x + width / 2, y + height / 2);
      return hit !== null && button?.contains(hit) === true;
    };
    const { left, right } = document.querySelector(banner)?.getBoundingClientRect() ?? new DOMRect();
    return {
      accepts: isReached(accept),
      rejects: isReached(reject),
      overflows: left < -1 || right > innerWidth + 1,
    };
  }, find);
}

/** Tells the page of the shopper's wishes, and sees what it does. */
export async function reactTo(stage: Stage, path: string, find: Selectors): Promise<Reactions> {
  const [without, withSignal] = [
    await saidAndStored(stage, path, find, false),
    await saidAndStored(stage, path, find, true),
  ];
  const usual = await motion(stage, path, find, "no-preference");
  const reduced = await motion(stage, path, find, "reduce");
  return {
    heedsSignal: without !== withSignal,
    moves: usual.looks,
    movesReduced: reduced.looks,
    goneReduced: reduced.gone,
  };
}

function saidAndStored(stage: Stage, path: string, { banner }: Selectors, hasSignal: boolean): Promise<string> {
  const read = async (page: Page) => {
    await sleep(COME_TO_REST);
    return page.evaluate((selector) => {
      const element = document.querySelector(selector);
      const isShown = (element?.getBoundingClientRect().width ?? 0) > 0;
      const text = isShown && element instanceof HTMLElement ? element.innerText : "";
      // names only: values hold times and chance
      const cookies = document.cookie.split("; ").map((cookie) => cookie.split("=")[0]);
      return JSON.stringify([text, cookies, Object.keys(localStorage)]);
    }, banner);
  };
  const tell = () => {
    Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true, configurable: true });
  };
  return withPage(stage, path, read, hasSignal ? { before: (page) => page.addInitScript(tell) } : {});
}

function motion(
  stage: Stage,
  path: string,
  find: Selectors,
  reducedMotion: "reduce" | "no-preference",
): Promise<{ looks: number; gone: number }> {
  const before = (page: Page) => page.addInitScript(watchBanner, { ...find, clicksAtOnce: false, countsLooks: true });
  const watch = async (page: Page) => {
    await waitForBanner(page, find);
    await sleep(500);
    const { looks } = await page.evaluate(() => window.watch);
    await clickIn(page, find.accept);
    await page.waitForFunction(() => window.watch.gone !== null, null, { timeout: 15_000 });
    const { gone, clicked } = await page.evaluate(() => window.watch);
    return { looks, gone: (gone ?? NaN) - (clicked ?? NaN) };
  };
  return withPage(stage, path, watch, { before, reducedMotion });
}
