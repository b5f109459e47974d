import { purposesIn, type PurposeSet } from "../../../app/law/purposes.ts";
import { adoptStyle } from "./first-layer.ts";
import type { Gate, Held } from "./state.ts";

/** The sentence that stands for each frame that waits. */
const boxes = new Map<Held, HTMLElement>();

/** Puts a sentence and a button where a frame waits, once for each, and takes them away with the waiting. */
export function showPlaces(gate: Gate, allow: (need: PurposeSet) => void): void {
  for (const [item, box] of boxes) {
    if (gate.held.includes(item)) continue;
    box.remove();
    if (item.node instanceof HTMLElement) item.node.hidden = false;
    boxes.delete(item);
  }
  for (const item of gate.held) {
    if (boxes.has(item) || !(item.node instanceof HTMLIFrameElement) || isTiny(item.node)) continue;
    const box = makeBox(gate, item, item.node);
    if (!box) continue;
    box.onclick = ({ target }) => {
      if (target instanceof HTMLButtonElement) allow(item.need);
    };
    item.node.hidden = true;
    boxes.set(item, box);
  }
}

function makeBox({ allowed }: Gate, { mark, url, need }: Held, frame: HTMLIFrameElement): HTMLElement | undefined {
  const { content } = document.getElementById("cndr-first") as HTMLTemplateElement;
  const box = content.querySelector("[data-show=held]")?.cloneNode(true) as HTMLElement | undefined;
  const place = mark ?? frame;
  if (!box || !place.isConnected) return undefined;
  fill(box, new URL(url ?? frame.src, document.baseURI).hostname, need & ~allowed);
  adoptStyle();
  place.after(box);
  return box;
}

function fill(box: HTMLElement, host: string, need: PurposeSet): void {
  const purposes = purposesIn(need).map((purpose) => box.dataset[purpose] ?? purpose);
  const text = box.querySelector("p");
  if (text) text.textContent = text.textContent.replace("{host}", host).replace("{purpose}", purposes.join(", "));
}

/** Frames that nobody sees are for counting, not for looking at. */
function isTiny({ width, height, hidden }: HTMLIFrameElement): boolean {
  return hidden || [width, height].some((size) => size === "0" || size === "1");
}
