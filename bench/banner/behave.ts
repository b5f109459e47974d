import { setTimeout as sleep } from "node:timers/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { walkByKeyboard, type KeyboardWalk } from "./behave-keyboard.ts";
import { look, type Looks } from "./behave-looks.ts";
import { clickAtOnce, reactTo, stand, type Reactions, type Standing } from "./behave-conditions.ts";
import type { Contestant } from "./contestants.ts";
import type { Stage } from "./measure.ts";
import { COME_TO_REST, waitForBanner, withPage } from "./visit.ts";

/** What a contestant does, beside being fast. */
export interface Behaviour {
  /** Rules of axe that are broken by the banner, then by the dialog, beyond the bare page's own; "*" marks best practice. */
  axeBanner: string[];
  /** Null where there is no dialog. */
  axeDialog: string[] | null;
  reading: Reading;
  looks: Looks;
  keyboard: KeyboardWalk;
  /** Of six clicks in the first moment in which the banner is to be seen, how many did nothing. */
  deadClicks: number;
  standing: Standing;
  reactions: Reactions;
}

/** What a screen reader is given: roles, names and states in their order, as YAML. The dialog's is "" where there is none. */
export interface Reading {
  banner: string;
  dialog: string;
}

/** The law's rules first. https://www.w3.org/TR/WCAG22/ */
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** What is wrong with the page before there is any banner: not the contestants' fault. */
export function faultsOfBarePage(stage: Stage): Promise<Faults> {
  return withPage(stage, "/page/none", faultsOf);
}

/** Looks at everything once; null for a page without a banner. */
export async function behave(stage: Stage, contestant: Contestant, known: Faults): Promise<Behaviour | null> {
  const { find, name } = contestant;
  if (!find) return null;
  const path = `/page/${name}`;
  const [axeBanner, axeDialog, reading] = await withPage(stage, path, async (page) => {
    await waitForBanner(page, find);
    const read = (selector: string) => page.locator(selector).first().ariaSnapshot();
    const [faults, banner] = [await faultsOf(page), await read(find.banner)];
    if (find.manage === "") return [faults, null, { banner, dialog: "" }];
    await page.click(find.manage);
    await sleep(COME_TO_REST);
    return [faults, await faultsOf(page), { banner, dialog: await read(find.dialog) }];
  });
  return {
    axeBanner: beyond(axeBanner, known),
    axeDialog: axeDialog && beyond(axeDialog, known),
    reading,
    looks: await look(stage, path, find),
    keyboard: await walkByKeyboard(stage, path, find),
    deadClicks: await clickAtOnce(stage, path, find),
    standing: await stand(stage, contestant),
    reactions: await reactTo(stage, path, find),
  };
}

/** Rule → the elements that break it. */
type Faults = Map<string, string[]>;

async function faultsOf(page: Page): Promise<Faults> {
  const axe = new AxeBuilder({ page }).withTags([...WCAG, "best-practice"]);
  const { violations } = await axe.analyze();
  return new Map(
    violations.map(({ id, tags, nodes }) => {
      const isLaw = tags.some((tag) => WCAG.includes(tag));
      return [`${id}${isLaw ? "" : "*"}`, nodes.map(({ target }) => target.join(" "))];
    }),
  );
}

function beyond(found: Faults, known: Faults): string[] {
  return [...found].flatMap(([rule, elements]) => {
    const own = elements.filter((element) => known.get(rule)?.includes(element) !== true);
    return own.length === 0 ? [] : [`${rule} ×${String(own.length)}`];
  });
}
