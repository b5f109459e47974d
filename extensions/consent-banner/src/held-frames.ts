import { purposesIn, type PurposeSet } from "../../../app/law/purposes.ts";
import { dress } from "./first-layer.ts";
import type { Gate } from "./state.ts";

/** Puts a sentence and a button where a frame is held, once for each. */
export function showPlaces(gate: Gate, allow: (need: PurposeSet) => void): void {
  const { content } = document.getElementById("cndr-first") as HTMLTemplateElement;
  const pattern = content.querySelector("[data-show=held]");
  for (const { need, node, place } of gate.held) {
    if (!pattern || !place || !(node instanceof HTMLIFrameElement) || isTiny(node)) continue;
    if ((place.nextSibling as HTMLElement | null)?.dataset?.["show"] === "held") continue;
    const box = pattern.cloneNode(true) as HTMLElement;
    const purposes = purposesIn(need & ~gate.allowed).map((purpose) => box.dataset[purpose] ?? purpose);
    const text = box.querySelector("p");
    const { host } = new URL(node.src, document.baseURI);
    if (text)
      text.textContent = (text.textContent ?? "").replace("{host}", host).replace("{purpose}", purposes.join(", "));
    dress(gate, box);
    box.onclick = (event) => {
      if (event.target instanceof HTMLButtonElement) allow(need);
    };
    place.after(box);
  }
}

/** Frames that nobody sees are for counting, not for looking at. */
function isTiny({ width, height, hidden }: HTMLIFrameElement): boolean {
  return hidden || width === "0" || width === "1" || height === "0" || height === "1";
}
