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

function say(box: HTMLElement, selector: string, text = ""): void {
  const element = box.querySelector(selector);
  if (element) element.textContent = text;
}

/** The state of every purpose, the receipt and the signal. */
function showChoices(gate: Gate, box: HTMLElement): void {
  const { allowed, isSignalHonoured } = gate.decide();
  const words = box.dataset;
  for (const purpose of PURPOSES) {
    const isOn = (allowed & PURPOSE_BIT[purpose]) !== 0;
    say(box, `[data-purpose-state=${purpose}]`, isOn ? words["allowed"] : words["notAllowed"]);
  }
  const told = gate.signal ? words["signalOn"] : words["signalOff"];
  say(box, "[data-signal-status]", [told, isSignalHonoured && words["optedOut"]].filter(Boolean).join(" "));
  showReceipt(gate, box);
  reveal(box, "[data-act=withdraw]", allowed !== 0);
  reveal(box, "dl", true);
}

function reveal(box: HTMLElement, selector: string, isShown: boolean): void {
  const element = box.querySelector<HTMLElement>(selector);
  if (element) element.hidden = !isShown;
}

function showReceipt({ kept, settings }: Gate, box: HTMLElement): void {
  const { notAsked, chosenAt = "" } = box.dataset;
  const receipt = kept?.receipt ?? "";
  reveal(box, "[data-receipt-line]", receipt !== "");
  if (!kept || receipt === "") {
    say(box, "[data-status]", notAsked);
    return;
  }
  const date = new Date(kept.at).toLocaleString(box.lang, { dateStyle: "long", timeStyle: "short" });
  say(box, "[data-status]", chosenAt.replace("{date}", date));
  const link = box.querySelector<HTMLAnchorElement>("[data-receipt-line] a");
  if (!link) return;
  link.textContent = receipt;
  link.href = `${settings.proxy}/receipt/${receipt}`;
}

/** The units in which a life in days is told, the longest first. */
const UNITS = [
  ["year", 365],
  ["month", 30.4],
  ["day", 1],
  ["hour", 1 / 24],
] as const;

/** How long, in the page's language: "2 years", "1 day"; what goes with the browser has no duration and is a dash. */
function duration(days: number, language: string): string {
  if (days === 0) return "–";
  const [unit, length] = UNITS.find(([, length]) => days >= length) ?? ["hour", 1 / 24];
  const style = { style: "unit", unit, unitDisplay: "long" } as const;
  return new Intl.NumberFormat(language, style).format(Math.max(1, Math.round(days / length)));
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
