/** The preference centre, loaded when somebody wants it. */
import { unpackNames } from "../../../app/consent/packed-names.ts";
import { PURPOSE_BIT, purposesIn, type Purpose, type PurposeSet } from "../../../app/law/purposes.ts";
import rules from "./centre.css?inline";
import { adoptRules, adoptStyle } from "./first-layer.ts";
import type { FullGate } from "./state.ts";

interface Service {
  name: string;
  company?: string;
  privacyUrl?: string;
  /** Names and their life in days. */
  cookies?: Readonly<Record<string, number>>;
}

/** What `{proxy}/register.json` answers: the services behind each purpose. */
type Register = Partial<Record<Purpose | "essential", readonly Service[]>>;

const gate = window.cndr as FullGate;
const { settings } = gate;
let dialog: HTMLDialogElement | undefined;

/** A text by its key. */
function word(group: "banner" | "centre", key: string): string {
  return gate.words?.[group][key] ?? "";
}

function purposeWords(purpose: Purpose | "essential"): { name: string; text: string } {
  return gate.words?.purposes[purpose] ?? { name: purpose, text: "" };
}

/** An element with its properties and its content. */
function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...content);
  return element;
}

/** One purpose: its switch, what it means, and who stands behind it. */
function row(purpose: Purpose | "essential", isOn: boolean): HTMLElement {
  const { name, text } = purposeWords(purpose);
  const isFixed = purpose === "essential";
  const input = make("input", { type: "checkbox", name: purpose, checked: isOn, disabled: isFixed });
  input.setAttribute("role", "switch");
  const label = make(
    "label",
    {},
    make("span", {}, make("b", {}, name), isFixed ? ` · ${word("centre", "always")}` : ""),
    input,
  );
  const services = make("details", {}, make("summary", {}, word("centre", "services")));
  services.dataset["services"] = purpose;
  return make("div", { className: "cndr-row" }, label, make("p", {}, text), services);
}

function serviceLine({ name, company, privacyUrl, cookies }: Service): HTMLElement {
  const title = privacyUrl ? make("a", { href: privacyUrl, target: "_blank", rel: "noopener" }, name) : name;
  const names = Object.keys(cookies ?? {}).join(", ");
  return make(
    "li",
    {},
    title,
    company && company !== name ? ` (${company})` : "",
    names && make("br"),
    make("small", {}, names),
  );
}

/** Without the register, the hosts that are held are better than nothing. */
function fromHosts(): Register {
  const register: Partial<Record<Purpose, Service[]>> = {};
  for (const [name, need] of Object.entries(unpackNames(settings.hosts))) {
    for (const purpose of purposesIn(need)) (register[purpose] ??= []).push({ name });
  }
  return register;
}

async function readRegister(): Promise<Register> {
  try {
    const answer = await fetch(`${settings.proxy}/register.json`, { credentials: "omit" });
    return answer.ok ? ((await answer.json()) as Register) : fromHosts();
  } catch {
    return fromHosts();
  }
}

async function fillServices(into: HTMLElement): Promise<void> {
  const register = await readRegister();
  for (const box of into.querySelectorAll<HTMLElement>("[data-services]")) {
    const services = register[box.dataset["services"] as Purpose] ?? [];
    const list = make("ul", {}, ...services.map(serviceLine));
    box.append(services.length > 0 ? list : make("p", {}, word("centre", "no_services")));
  }
}

function chosen(form: HTMLFormElement): PurposeSet {
  return purposesIn(settings.terms.offered).reduce(
    (set, purpose) => set | ((form.elements.namedItem(purpose) as HTMLInputElement).checked ? PURPOSE_BIT[purpose] : 0),
    0,
  );
}

function finish(allowed: PurposeSet): void {
  dialog?.close();
  gate.answer(allowed, gate.decide().model === "opt-in" ? "consent" : "opt-out", "preferences");
}

function build(): HTMLDialogElement {
  const { offered } = settings.terms;
  const { model, allowed } = gate.decide();
  const title = make("h2", { id: "cndr-centre" }, word("centre", "title"));
  const form = make(
    "form",
    { method: "dialog" },
    row("essential", true),
    ...purposesIn(offered).map((purpose) => row(purpose, (allowed & PURPOSE_BIT[purpose]) !== 0)),
  );
  const button = (key: string, onclick: () => void) => make("button", { type: "button", onclick }, word("banner", key));
  const actions = make(
    "div",
    { className: "cndr-acts" },
    button("reject_all", () => {
      finish(0);
    }),
    button("accept_all", () => {
      finish(offered);
    }),
    button("save", () => {
      finish(chosen(form));
    }),
  );
  const close = make("button", { type: "button", className: "cndr-close", onclick: () => dialog?.close() }, "×");
  close.setAttribute("aria-label", word("centre", "close"));
  const text = word("centre", model === "opt-in" ? "text" : "text_opt_out");
  const made = make(
    "dialog",
    { className: "cndr cndr-centre" },
    make("header", {}, title, close),
    make("p", {}, text),
    form,
    actions,
  );
  made.setAttribute("aria-labelledby", title.id);
  made.dataset["layout"] = "dialog";
  const { lang, dir } = gate.shown ?? document.documentElement;
  made.lang = gate.words?.language ?? lang;
  made.dir = /^(ar|he)/.test(made.lang) ? "rtl" : dir;
  return made;
}

adoptStyle();
adoptRules(rules);
gate.openCentre = () => {
  dialog?.remove();
  const made = build();
  dialog = made;
  document.body.append(made);
  // the browser itself gives the focus back to what had it
  made.onclose = () => {
    made.remove();
  };
  made.showModal();
  void fillServices(made);
};
