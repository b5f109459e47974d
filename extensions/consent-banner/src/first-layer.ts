import type { Gate, Layer } from "./state.ts";

let isStyled = false;

/** Text of a block of data that Liquid printed. */
export function printed(id: string): string {
  return document.getElementById(id)?.textContent ?? "";
}

/** An adopted sheet needs no permission of a content security policy, as a style element would. */
export function adoptRules(rules: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets.push(sheet);
}

/** The rules that Liquid printed, once. */
export function adoptStyle(): void {
  if (!isStyled) adoptRules(printed("cndr-look"));
  isStyled = true;
}

/**
 * Puts one first layer into the page, or none. It becomes the body's first child, so that it is in the first paint and
 * the first Tab reaches it; a bar or a corner box takes no focus.
 */
export function showLayer(gate: Gate, layer: Layer): void {
  const { content } = document.getElementById("cndr-first") as HTMLTemplateElement;
  gate.layer = layer;
  // what was shown goes back to where it came from: a copy would be twice as many nodes
  if (gate.shown) content.append(gate.shown);
  // while wordings are compared there are several banners
  const all = content.querySelectorAll<HTMLElement>(`[data-show=${layer}]`);
  const made = all[gate.pick % all.length];
  gate.shown = made;
  if (!made) return;
  adoptStyle();
  made.dataset["signal"] = String(gate.decide().isSignalHonoured);
  // while the head is read there is no body; a browser calls back before it paints the first of it
  const put = () => {
    const body = document.body as HTMLElement | null;
    if (!body) requestAnimationFrame(put);
    else if (gate.shown === made) {
      body.prepend(made);
      (made as Partial<HTMLDialogElement>).showModal?.();
    }
  };
  put();
}
