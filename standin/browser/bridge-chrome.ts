import { tellShell } from "./bridge-channel.ts";
import { ownPath } from "./bridge-config.ts";
import { UiModal } from "./bridge-modal.ts";
import type { Chrome, ChromeButton } from "./messages.ts";

const NAV_LINKS = "ui-nav-menu a, s-app-nav a, s-app-nav s-link";
const TITLE_BUTTONS = "ui-title-bar button";
const SAVE_BUTTONS = "ui-save-bar[data-open] button";

/** `<ui-save-bar>`: drawn by the admin while it is open. */
export class UiSaveBar extends HTMLElement {
  get showing(): boolean {
    return "open" in this.dataset;
  }

  show(): Promise<void> {
    if (this.showing) return Promise.resolve();
    this.dataset["open"] = "";
    this.dispatchEvent(new Event("show"));
    drawSoon();
    return Promise.resolve();
  }

  hide(): Promise<void> {
    if (!this.showing) return Promise.resolve();
    delete this.dataset["open"];
    this.dispatchEvent(new Event("hide"));
    drawSoon();
    return Promise.resolve();
  }

  toggle(): Promise<void> {
    return this.showing ? this.hide() : this.show();
  }
}

class UiQuiet extends HTMLElement {
  connectedCallback(): void {
    drawSoon();
  }
}

const linkPath = (link: Element): string => new URL(link.getAttribute("href") ?? "", location.href).pathname;
export const navLinks = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(NAV_LINKS)];
export const navLinkTo = (path: string): HTMLElement | undefined => navLinks().find((link) => linkPath(link) === path);

function chromeButtons(selector: string, wanted: (button: HTMLButtonElement) => boolean): ChromeButton[] {
  return [...document.querySelectorAll<HTMLButtonElement>(selector)].flatMap((button, index) =>
    wanted(button)
      ? [
          {
            label: button.textContent.trim(),
            primary: button.getAttribute("variant") === "primary",
            critical: button.getAttribute("tone") === "critical",
            disabled: button.disabled,
            selector,
            index,
          },
        ]
      : [],
  );
}

/** A form with `data-save-bar` opens the save bar by itself when something in it changes. */
function formBar(): ChromeButton[] | null {
  if (document.querySelector("form[data-save-bar][data-standin-dirty]") === null) return null;
  const base = { critical: false, disabled: false, index: 0 };
  return [
    { ...base, label: "Discard", primary: false, selector: "standin:reset" },
    { ...base, label: "Save", primary: true, selector: "standin:submit" },
  ];
}

function readChrome(): Chrome {
  const bar = [...document.querySelectorAll("ui-title-bar")].find((one) => one.closest("ui-modal") === null);
  const open = document.querySelector("ui-save-bar[data-open]");
  return {
    type: "chrome",
    path: ownPath(new URL(location.href)),
    title: bar?.getAttribute("title") ?? document.title,
    nav: navLinks().map((link) => ({
      label: link.textContent.trim(),
      path: linkPath(link),
      home: link.getAttribute("rel") === "home",
    })),
    actions: chromeButtons(TITLE_BUTTONS, (button) => button.closest("ui-modal") === null),
    saveBar: open === null ? formBar() : chromeButtons(SAVE_BUTTONS, () => true),
  };
}

let drawTimer: number | undefined;
let lastDrawn = "";

/** Tells the admin what to draw, once things have settled and only when it differs. */
export function drawSoon(): void {
  window.clearTimeout(drawTimer);
  drawTimer = window.setTimeout(() => {
    document.querySelectorAll("ui-modal").forEach((modal) => {
      if (modal instanceof UiModal) modal.refresh();
    });
    const chrome = readChrome();
    const text = JSON.stringify(chrome);
    if (text === lastDrawn) return;
    lastDrawn = text;
    tellShell(chrome);
  }, 20);
}

function dirtyForm(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>("form[data-save-bar][data-standin-dirty]");
}

/** The admin's copy of a button was pressed. */
export function pressButton(selector: string, index: number): void {
  const form = dirtyForm();
  if (selector === "standin:submit") form?.requestSubmit();
  else if (selector === "standin:reset") form?.reset();
  else document.querySelectorAll<HTMLButtonElement>(selector)[index]?.click();
}

export function installChrome(): void {
  customElements.define("ui-save-bar", UiSaveBar);
  for (const name of ["ui-nav-menu", "ui-title-bar", "s-app-nav"])
    customElements.define(name, class extends UiQuiet {});
  const clean = (event: Event): void => {
    if (event.target instanceof HTMLFormElement) delete event.target.dataset["standinDirty"];
  };
  document.addEventListener("input", (event) => {
    const form = (event.target as Element | null)?.closest<HTMLFormElement>("form[data-save-bar]");
    if (form) form.dataset["standinDirty"] = "";
  });
  document.addEventListener("submit", clean);
  document.addEventListener("reset", clean);
  new MutationObserver(drawSoon).observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ["title", "href", "disabled", "variant", "tone", "data-open", "data-standin-dirty"],
  });
}
