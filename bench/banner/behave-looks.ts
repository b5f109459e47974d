import type { CDPSession } from "playwright-core";
import { waitForBanner, withPage } from "./visit.ts";
import type { Selectors } from "./contestants.ts";
import type { Stage } from "./measure.ts";

/** A button as the shopper sees it. Sizes in CSS pixels. */
interface Button {
  width: number;
  height: number;
  top: number;
  left: number;
  style: string;
}

/** How the banner looks and what assistive technology is told. */
export interface Looks {
  /** Role and name in the accessibility tree of the banner, or of the nearest element around or in it with a role. */
  role: string;
  name: string;
  /** Whether accepting and refusing look alike, are as large, and are side by side or one above the other. */
  isEqual: boolean;
  buttons: string;
  /** The smallest side of a button of the first layer. CSS pixels. */
  smallest: number;
  /** How much of a phone's window it covers, 0 to 1. */
  covers: number;
}

/** "Reject all" is a letter or two longer or shorter than "Accept all", in some languages more. */
const WIDER = 1.25;
/** How far from each other two buttons may be and still be together. CSS pixels. */
const TOGETHER = 32;

/** Looks at the banner on a desktop and on a phone. */
export async function look(stage: Stage, path: string, find: Selectors): Promise<Looks> {
  const covers = await withPage(
    stage,
    path,
    (page) => waitForBanner(page, find).then(() => page.evaluate(share, find)),
    {
      viewport: { width: 412, height: 823 },
    },
  );
  return withPage(stage, path, async (page) => {
    await waitForBanner(page, find);
    const { accept, reject, manage } = await page.evaluate(buttonsOf, find);
    if (!accept || !reject) throw new Error("The banner has no button to accept, or none to refuse.");
    const told = await whatIsTold(await page.context().newCDPSession(page), find.banner);
    const sizes = [accept, reject, manage].filter((button) => button !== null);
    return {
      ...told,
      covers,
      isEqual: areEqual(accept, reject),
      buttons: [accept, reject].map(({ width, height }) => `${width.toFixed(0)}×${height.toFixed(0)}`).join(", "),
      smallest: Math.min(...sizes.flatMap(({ width, height }) => [width, height])),
    };
  });
}

function areEqual(a: Button, b: Button): boolean {
  const isAlike = a.style === b.style && Math.abs(a.height - b.height) < 1;
  const isAsWide = Math.max(a.width, b.width) <= WIDER * Math.min(a.width, b.width);
  const [first, second] = a.left <= b.left ? [a, b] : [b, a];
  const isBeside = Math.abs(a.top - b.top) < 2 && second.left - first.left - first.width <= TOGETHER;
  const isBelow = Math.abs(a.left - b.left) < 2 && Math.abs(a.top - b.top) - a.height <= TOGETHER;
  return isAlike && isAsWide && (isBeside || isBelow);
}

function share({ banner }: Selectors): number {
  const { left, right, top, bottom } = document.querySelector(banner)?.getBoundingClientRect() ?? new DOMRect();
  const width = Math.min(right, innerWidth) - Math.max(left, 0);
  const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
  return (width * height) / (innerWidth * innerHeight);
}

function buttonsOf({ accept, reject, manage }: Selectors): Record<"accept" | "reject" | "manage", Button | null> {
  const read = (selector: string): Button | null => {
    const element = selector === "" ? null : document.querySelector(selector);
    if (!element) return null;
    const { width, height, top, left } = element.getBoundingClientRect();
    const { backgroundColor, color, fontSize, fontWeight, borderColor, textDecorationLine } = getComputedStyle(element);
    const style = [backgroundColor, color, fontSize, fontWeight, borderColor, textDecorationLine].join(" ");
    return { width, height, top, left, style };
  };
  return { accept: read(accept), reject: read(reject), manage: read(manage) };
}

/** Roles by which somebody who cannot see it learns what a banner is. */
const TELLING = ["alert", "alertdialog", "complementary", "contentinfo", "dialog", "form", "group", "region", "status"];

async function whatIsTold(devtools: CDPSession, banner: string): Promise<{ role: string; name: string }> {
  const { root } = await devtools.send("DOM.getDocument");
  const { nodeId } = await devtools.send("DOM.querySelector", { nodeId: root.nodeId, selector: banner });
  await devtools.send("Accessibility.enable");
  const { nodes: within } = await devtools.send("Accessibility.queryAXTree", { nodeId });
  const { nodes: around } = await devtools.send("Accessibility.getPartialAXTree", { nodeId, fetchRelatives: true });
  const told = [...within.slice(0, 1), ...around, ...within]
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => ({ role: textOf(role?.value), name: textOf(name?.value) }));
  return told.find(({ role }) => TELLING.includes(role)) ?? { role: "nothing", name: "" };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
