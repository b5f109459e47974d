import { setOf, PURPOSES, type PurposeSet } from "../../../app/law/purposes.ts";
import type { Gate, Held } from "./state.ts";

/** Longest that a script is waited for before the next one runs, in milliseconds. */
const PATIENCE = 5_000;

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
  const free: Held[] = [];
  const waiting: Held[] = [];
  for (const item of gate.held.splice(0)) {
    if ((item.need & ~gate.allowed) === 0) free.push(item);
    else if (!isAnswered || (item.node && item.node.localName !== "img")) waiting.push(item);
  }
  gate.held.push(...waiting);
  const marked = document.querySelectorAll<HTMLElement>("[data-consent],[data-purpose]");
  for (const node of marked) {
    const need = markedNeed(node.dataset["consent"] ?? node.dataset["purpose"] ?? "");
    if ((need & ~gate.allowed) !== 0 || isNaN(need)) continue;
    node.removeAttribute("data-consent");
    node.removeAttribute("data-purpose");
    free.push({ need, node, type: "" });
  }
  queue = free
    .filter(inPage)
    .sort(byPlace)
    .reduce((before, item) => before.then(() => letGo(item)), queue);
}

/** Elements that the page dropped meanwhile are dropped; what never was in it is let go all the same. */
function inPage({ node, go }: Held): boolean {
  return go !== undefined || node?.isConnected === true;
}

/** Scripts of the markup in the order of the document; everything else stays where it was asked. */
function byPlace(a: Held, b: Held): number {
  if (!a.node || !b.node || a.go || b.go) return 0;
  return a.node.compareDocumentPosition(b.node) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

function letGo({ go, node, place, type }: Held): unknown {
  if (go) return go();
  if (place) {
    if (node) place.replaceWith(node);
    return undefined;
  }
  if (!(node instanceof HTMLScriptElement)) return showMarked(node as HTMLElement);
  const script = document.createElement("script");
  for (const { name, value } of node.attributes) script.setAttribute(name, value);
  if (type) script.type = type;
  else script.removeAttribute("type");
  const { src } = node.dataset;
  if (src) script.src = src;
  const isAwaited = script.src !== "" && !node.hasAttribute("async") && script.type !== "module";
  script.async = false;
  script.text = node.text;
  const done =
    isAwaited &&
    new Promise((resolve) => {
      script.onload = script.onerror = resolve;
      setTimeout(resolve, PATIENCE);
    });
  node.replaceWith(script);
  return done;
}

/** Frames and images that the theme marked up itself carry their address in `data-src`. */
function showMarked(node: HTMLElement): void {
  const { src } = node.dataset;
  if (src) node.setAttribute("src", src);
}
