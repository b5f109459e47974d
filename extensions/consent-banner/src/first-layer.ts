import type { Gate, Layer } from "./state.ts";

let sheet: CSSStyleSheet | undefined;

/** Text of a block of data that Liquid printed. */
export function printed(id: string): string {
  return document.getElementById(id)?.textContent ?? "";
}

/** Adopted sheets and `setProperty` need no permission of a content security policy, as a style element would. */
export function adoptStyle(): void {
  if (sheet) return;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(printed("cndr-look"));
  document.adoptedStyleSheets.push(sheet);
}

/** Gives an element the colours and the shape that the merchant chose. */
export function dress({ settings: { look } }: Gate, element: HTMLElement): void {
  adoptStyle();
  for (const [name, value] of Object.entries(look)) element.style.setProperty(`--${name}`, String(value));
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
  dress(gate, made);
  made.toggleAttribute("data-signal", gate.decide().isSignalHonoured);
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
    if (made instanceof HTMLDialogElement) made.showModal();
  }
}
