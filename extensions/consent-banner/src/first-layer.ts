import type { Gate, Layer } from "./state.ts";

let sheet: CSSStyleSheet | undefined;

/** Text of a block of data that Liquid printed. */
export function printed(id: string): string {
  return document.getElementById(id)?.textContent ?? "";
}

/** An adopted sheet needs no permission of a content security policy, as a style element would. */
export function adoptStyle(): void {
  if (sheet) return;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(printed("cndr-look"));
  document.adoptedStyleSheets.push(sheet);
}

/**
 * Puts one first layer into the page, or none. It becomes the body's first child, so that it is in the first paint and
 * the first Tab reaches it; a bar or a corner box takes no focus.
 */
export function showLayer(gate: Gate, layer: Layer): void {
  gate.layer = layer;
  gate.shown?.remove();
  const { content } = document.getElementById("cndr-first") as HTMLTemplateElement;
  const made = content.querySelector<HTMLElement>(`[data-show=${layer}]`)?.cloneNode(true) as HTMLElement | undefined;
  gate.shown = made;
  if (!made) return;
  adoptStyle();
  made.dataset["signal"] = String(gate.decide().isSignalHonoured);
  const waiting = new MutationObserver(put);
  waiting.observe(document.documentElement, { childList: true });
  put();

  /** Into the body, as soon as there is one: while the head is read there is none. */
  function put() {
    const body = document.body as HTMLElement | null;
    if (!body || !made) return;
    waiting.disconnect();
    if (gate.shown !== made) return;
    body.prepend(made);
    (made as Partial<HTMLDialogElement>).showModal?.();
  }
}
