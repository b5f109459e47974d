const MODAL_CSS = `
ui-nav-menu,s-app-nav,ui-title-bar,ui-save-bar,ui-modal{display:none!important}
dialog.standin-modal{border:0;border-radius:16px;padding:0;width:min(620px,calc(100vw - 32px));max-height:calc(100vh - 64px);color:#303030;box-shadow:0 12px 48px #0006;font:14px/1.5 Inter,system-ui,sans-serif}
dialog.standin-modal[data-variant=small]{width:min(380px,calc(100vw - 32px))}
dialog.standin-modal[data-variant=large]{width:min(980px,calc(100vw - 32px))}
dialog.standin-modal[data-variant=max]{width:calc(100vw - 16px);height:calc(100vh - 16px);max-height:none}
dialog.standin-modal::backdrop{background:#0008}
dialog.standin-modal>header,dialog.standin-modal>footer{display:flex;gap:8px;align-items:center;padding:12px 16px;background:#f3f3f3}
dialog.standin-modal h2{margin:0;flex:1;font-size:16px}
dialog.standin-modal footer{justify-content:flex-end;border-top:1px solid #e3e3e3;background:#fff}
dialog.standin-modal footer:empty{display:none}
dialog.standin-modal .standin-content{overflow:auto;max-height:calc(100vh - 200px)}
dialog.standin-modal button.standin-button{font:inherit;font-size:13px;font-weight:600;line-height:1;padding:8px 12px;border:1px solid #8a8a8a;border-radius:8px;background:#fff;color:#303030;cursor:pointer}
dialog.standin-modal button.standin-button.primary{background:#303030;color:#fff}
dialog.standin-modal button.standin-button.critical{background:#8e0b21;color:#fff}
`;

/** A button that presses another one. */
function mirrorButton(original: HTMLButtonElement): HTMLButtonElement {
  const button = document.createElement("button");
  const variant = `${original.getAttribute("variant") ?? ""} ${original.getAttribute("tone") ?? ""}`;
  button.type = "button";
  button.className = `standin-button ${variant.includes("primary") ? "primary" : ""} ${variant.includes("critical") ? "critical" : ""}`;
  button.textContent = original.textContent;
  button.disabled = original.disabled;
  button.addEventListener("click", () => {
    original.click();
  });
  return button;
}

/** The buttons of a title bar for the foot of a dialog, the primary one last. */
const mirrorButtons = (bar: Element): HTMLButtonElement[] =>
  [...bar.querySelectorAll("button")].map(mirrorButton).toReversed();

/**
 * `<ui-modal>`: at Shopify the admin draws it over everything; here it opens inside the app's frame, so that what the app
 * put into it goes on working.
 */
export class UiModal extends HTMLElement {
  readonly content = document.createElement("div");
  private dialog: HTMLDialogElement | undefined;
  private drawn = "";

  private build(): HTMLDialogElement {
    const bar = this.querySelector("ui-title-bar");
    const dialog = document.createElement("dialog");
    dialog.className = "standin-modal";
    dialog.dataset["variant"] = this.getAttribute("variant") ?? "base";
    const title = document.createElement("h2");
    title.id = `standin-modal-title-${this.id}`;
    title.textContent = bar?.getAttribute("title") ?? "";
    dialog.setAttribute("aria-labelledby", title.id);
    const close = document.createElement("button");
    close.type = "button";
    close.className = "standin-button";
    close.setAttribute("aria-label", "Close");
    close.textContent = "✕";
    close.addEventListener("click", () => void this.hide());
    const header = document.createElement("header");
    header.append(title, close);
    this.content.className = "standin-content";
    if (this.content.childNodes.length === 0)
      this.content.append(
        ...[...this.childNodes].filter(
          (node) => node !== bar && !(node instanceof HTMLDivElement && node.childNodes.length === 0),
        ),
      );
    const footer = document.createElement("footer");
    if (bar !== null) footer.append(...mirrorButtons(bar));
    this.drawn = bar?.outerHTML ?? "";
    dialog.append(header, this.content, footer);
    dialog.addEventListener("close", () => void this.hide());
    return dialog;
  }

  show(): Promise<void> {
    if (this.dialog !== undefined) return Promise.resolve();
    this.dialog = this.build();
    document.body.append(this.dialog);
    this.dialog.showModal();
    this.dispatchEvent(new Event("show"));
    return Promise.resolve();
  }

  hide(): Promise<void> {
    const { dialog } = this;
    if (dialog === undefined) return Promise.resolve();
    this.dialog = undefined;
    dialog.close();
    dialog.remove();
    this.dispatchEvent(new Event("hide"));
    return Promise.resolve();
  }

  toggle(): Promise<void> {
    return this.dialog === undefined ? this.show() : this.hide();
  }

  /** The title or the buttons may have changed while it is open; what is drawn is left alone when they have not. */
  refresh(): void {
    const bar = this.querySelector("ui-title-bar");
    if (bar === null || this.dialog === undefined || bar.outerHTML === this.drawn) return;
    this.drawn = bar.outerHTML;
    const title = this.dialog.querySelector("h2");
    if (title) title.textContent = bar.getAttribute("title") ?? "";
    this.dialog.querySelector("footer")?.replaceChildren(...mirrorButtons(bar));
  }
}

export function installModal(): void {
  const style = document.createElement("style");
  style.textContent = MODAL_CSS;
  document.head.append(style);
  customElements.define("ui-modal", UiModal);
}
