/** Fills the blocks that a merchant puts on a page: what is chosen now, and what the shop may store. */
import { PURPOSE_BIT, PURPOSES, type Purpose } from "../../../app/law/purposes.ts";
import type { Gate } from "./state.ts";

interface Listed {
  name: string;
  cookies?: Readonly<Record<string, number>>;
}

const KINDS = ["essential", ...PURPOSES] as const;

function part(name: string): NodeListOf<HTMLElement> {
  return document.querySelectorAll<HTMLElement>(`[data-cndr-part=${name}]`);
}

function say(box: HTMLElement, selector: string, text: string): void {
  const element = box.querySelector(selector);
  if (element) element.textContent = text;
}

/** The state of every purpose, the receipt and the signal. */
function showChoices(gate: Gate, box: HTMLElement): void {
  const { kept, signal } = gate;
  const { allowed, isSignalHonoured } = gate.decide();
  const words = box.dataset;
  const isAsked = kept !== null && kept.form !== "notice";
  for (const purpose of PURPOSES) {
    const isOn = (allowed & PURPOSE_BIT[purpose]) !== 0;
    say(box, `[data-purpose-state=${purpose}]`, (isOn ? words["allowed"] : words["notAllowed"]) ?? "");
  }
  const date = isAsked ? new Date(kept.at).toLocaleString(box.lang, { dateStyle: "long", timeStyle: "short" }) : "";
  say(box, "[data-status]", (isAsked ? words["chosenAt"]?.replace("{date}", date) : words["notAsked"]) ?? "");
  const told = signal ? words["signalOn"] : words["signalOff"];
  say(box, "[data-signal-status]", [told, isSignalHonoured && words["optedOut"]].filter(Boolean).join(" "));
  const line = box.querySelector<HTMLElement>("[data-receipt-line]");
  const link = line?.querySelector("a");
  if (line && link && isAsked) {
    line.hidden = false;
    link.textContent = kept.receipt;
    link.href = `${gate.settings.proxy}/receipt/${kept.receipt}`;
  }
  const withdraw = box.querySelector<HTMLElement>("[data-act=withdraw]");
  if (withdraw) withdraw.hidden = allowed === 0;
  const list = box.querySelector("dl");
  if (list) list.hidden = false;
}

/** How long, in the page's language: "2 years", "1 day"; a session has no words of its own and is a dash. */
function duration(days: number, language: string): string {
  if (days === 0) return "–";
  const [value, unit] =
    days >= 365
      ? [days / 365, "year"]
      : days >= 31
        ? [days / 30.4, "month"]
        : days >= 1
          ? [days, "day"]
          : [days * 24, "hour"];
  return new Intl.NumberFormat(language, { style: "unit", unit: String(unit), unitDisplay: "long" }).format(
    Math.max(1, Math.round(Number(value))),
  );
}

function cellRow(tag: "th" | "td", texts: readonly string[]): HTMLTableRowElement {
  const row = document.createElement("tr");
  for (const text of texts) {
    const cell = document.createElement(tag);
    if (tag === "th") cell.scope = "col";
    cell.textContent = text;
    row.append(cell);
  }
  return row;
}

async function showTable(gate: Gate, box: HTMLElement): Promise<void> {
  const answer = await fetch(`${gate.settings.proxy}/register.json`, { credentials: "omit" });
  if (!answer.ok) return;
  const register = (await answer.json()) as Partial<Record<Purpose | "essential", readonly Listed[]>>;
  const words = box.dataset;
  const rows = KINDS.flatMap((kind) =>
    (register[kind] ?? []).flatMap(({ name, cookies }) =>
      Object.entries(cookies ?? {}).map(([cookie, days]) =>
        cellRow("td", [cookie, name, words[kind] ?? kind, duration(days, box.lang)]),
      ),
    ),
  );
  const table = document.createElement("table");
  table.createCaption().textContent = words["caption"] ?? "";
  const titles = [words["name"], words["service"], words["purposeTitle"], words["lifetime"]].map((text) => text ?? "");
  table.createTHead().append(cellRow("th", titles));
  table.createTBody().append(...rows);
  box.replaceChildren(rows.length > 0 ? table : (words["none"] ?? ""));
}

function fill(gate: Gate): void {
  const showAll = () => {
    part("choices").forEach((box) => {
      showChoices(gate, box);
    });
  };
  showAll();
  document.addEventListener("cndr:change", showAll);
  part("table").forEach((box) => {
    // the link that stands there leads to the same list
    showTable(gate, box).catch(() => undefined);
  });
}

if (window.cndr) fill(window.cndr);
