import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { waitForBanner, withPage } from "./visit.ts";
import type { Selectors } from "./contestants.ts";
import type { Stage } from "./measure.ts";

/** What somebody meets who has no mouse. */
export interface KeyboardWalk {
  /** Whether the banner took the focus without being asked. */
  takesFocus: boolean;
  /** How often Tab is pressed from the top of the page until the focus is in the banner; null: more than 60 times. */
  tabs: number | null;
  /** Whether Tab never leaves the banner again. */
  isTrap: boolean;
  /** The dialog; null where there is none. */
  dialog: {
    takesFocus: boolean;
    /** Whether Tab stays in it while it is open. */
    keepsFocus: boolean;
    /** Whether Escape closes it. */
    closes: boolean;
    /** Whether the focus is where it was before, once it is closed. */
    givesFocusBack: boolean;
  } | null;
}

/** How long a dialog may take to come and go. Milliseconds. */
const TO_MOVE = 900;

/** Walks to the banner, through it, into its dialog and out again. */
export async function walkByKeyboard(stage: Stage, path: string, find: Selectors): Promise<KeyboardWalk> {
  const way = await withPage(stage, path, (page) => walkToBanner(page, find));
  const dialog = find.manage === "" ? null : await withPage(stage, path, (page) => walkThroughDialog(page, find));
  return { ...way, dialog };
}

async function walkToBanner(page: Page, find: Selectors): Promise<Omit<KeyboardWalk, "dialog">> {
  await waitForBanner(page, find);
  const takesFocus = await hasFocus(page, find.banner);
  let tabs: number | null = null;
  for (let count = 1; count <= 60 && tabs === null; count++) {
    await page.keyboard.press("Tab");
    if (await hasFocus(page, find.banner)) tabs = count;
  }
  let isTrap = tabs !== null;
  for (let count = 0; count < 15 && isTrap; count++) {
    await page.keyboard.press("Tab");
    isTrap = await hasFocus(page, find.banner);
  }
  return { takesFocus, tabs, isTrap };
}

async function walkThroughDialog(page: Page, find: Selectors): Promise<KeyboardWalk["dialog"]> {
  await waitForBanner(page, find);
  const dialog = page.locator(find.dialog).first();
  await page.focus(find.manage);
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "visible", timeout: 5000 });
  await sleep(TO_MOVE);
  const takesFocus = await hasFocus(page, find.dialog);
  let keepsFocus = true;
  for (let count = 0; count < 40 && keepsFocus; count++) {
    await page.keyboard.press("Tab");
    keepsFocus = await hasFocusOrNobody(page, find.dialog);
  }
  await page.keyboard.press("Escape");
  await sleep(TO_MOVE);
  const closes = !(await dialog.isVisible());
  return { takesFocus, keepsFocus, closes, givesFocusBack: closes && (await hasFocus(page, find.manage)) };
}

function hasFocus(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((sought) => document.querySelector(sought)?.contains(document.activeElement) === true, selector);
}

/** From a modal dialog Tab goes to the browser's own controls and back: then nothing of the page has the focus. */
function hasFocusOrNobody(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((sought) => {
    const active = document.activeElement;
    const dialog = document.querySelector(sought);
    if (active === null || active === document.body || active === document.documentElement) return true;
    return dialog !== null && (dialog.contains(active) || active.contains(dialog));
  }, selector);
}
