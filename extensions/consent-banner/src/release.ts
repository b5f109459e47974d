import { setOf, PURPOSES, type PurposeSet } from "../../../app/law/purposes.ts";
import type { Gate, Held } from "./state.ts";

/** Longest that a script is waited for before the next one runs, in milliseconds. */
const PATIENCE = 5_000;

/** What the theme marked up itself; the empty name is that of a frame that was taken out of the page. */
const MARKED = '[data-consent]:not([data-consent=""]),[data-purpose]';

let queue: Promise<unknown> = Promise.resolve();

/** The purposes that the theme's own mark-up names: `data-consent="marketing sale"`. An unknown name is never allowed. */
export function markedNeed(names: string): PurposeSet {
  const list = names.split(/[\s,]+/).filter(Boolean);
  const known = PURPOSES.filter((purpose) => list.includes(purpose));
  return known.length === list.length ? setOf(known) : NaN;
}

/**
 * Lets go what is allowed now, in the order in which the page asked and each exactly once. Requests that are not
 * allowed are dropped when there was a no; scripts and frames wait on, for a change of mind.
 */
export function release(gate: Gate, isAnswered: boolean): void {
  const all = gate.held.splice(0);
  const isFree = ({ need }: Held) => (need & ~gate.allowed) === 0;
  gate.held.push(...all.filter((item) => !isFree(item) && (!isAnswered || waitsOn(item))));
  const free = [...all.filter(isFree), ...freeMarked(gate)].filter(
    ({ go, node, mark }) => go ?? (mark ?? node)?.isConnected,
  );
  const scripts = free.filter(({ go, mark }) => !go && !mark).sort(byPlace);
  const others = free.filter(({ go, mark }) => go ?? mark);
  queue = [...scripts, ...others].reduce((before, item) => before.then(() => letGo(item)), queue);
}

/** A script or a frame is worth something later, too; a picture of one pixel, a beacon or a fetch is not. */
function waitsOn({ node }: Held): boolean {
  return node !== undefined && node.localName !== "img";
}

/** What the theme marked up itself, as far as it is allowed now; marked no longer. */
function freeMarked({ allowed }: Gate): Held[] {
  const free: Held[] = [];
  for (const node of document.querySelectorAll<HTMLElement>(MARKED)) {
    const need = markedNeed(node.dataset["consent"] ?? node.dataset["purpose"] ?? "");
    if (isNaN(need) || (need & ~allowed) !== 0) continue;
    node.removeAttribute("data-consent");
    node.removeAttribute("data-purpose");
    free.push({ need, node, type: "" });
  }
  return free;
}

/** Scripts of the markup run in the order of the document. */
function byPlace(a: Held, b: Held): number {
  if (!a.node || !b.node) return 0;
  return a.node.compareDocumentPosition(b.node) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

function letGo({ go, node, mark, type }: Held): unknown {
  if (go) return go();
  if (mark && node) mark.replaceWith(node);
  else if (node instanceof HTMLScriptElement) return run(node, type ?? "");
  else if (node instanceof HTMLElement && node.dataset["src"]) node.setAttribute("src", node.dataset["src"]);
  return undefined;
}

/** Runs a script of the markup by a copy in its place; the next one waits for it as it would have in the markup. */
function run(node: HTMLScriptElement, type: string): Promise<unknown> | undefined {
  const script = document.createElement("script");
  for (const { name, value } of node.attributes) script.setAttribute(name, value);
  if (type) script.type = type;
  else script.removeAttribute("type");
  const { src } = node.dataset;
  if (src) script.src = src;
  const isAwaited = script.src !== "" && !node.hasAttribute("async") && script.type !== "module";
  script.async = false;
  script.text = node.text;
  const done = new Promise((resolve) => {
    script.onload = script.onerror = resolve;
    setTimeout(resolve, PATIENCE);
  });
  node.replaceWith(script);
  return isAwaited ? done : undefined;
}
