import type { Behaviour } from "./behave.ts";
import type { Reach } from "./behave-conditions.ts";
import { share, table } from "./report-table.ts";

const mark = (value: boolean | undefined) => (value === undefined ? "–" : value ? "yes" : "no");

/** What a screen reader is given of one contestant, to be read. */
export function readingOf(behaviours: ReadonlyMap<string, Behaviour>, name: string): string {
  const reading = behaviours.get(name)?.reading;
  if (!reading) return "";
  const { banner, dialog } = reading;
  return `## What a screen reader reads: ${name}\n\n\`\`\`yaml\n${banner}\n\n${dialog}\n\`\`\``;
}

/** What every contestant does beside being fast. */
export function behaviourTable(behaviours: ReadonlyMap<string, Behaviour>): string {
  const reached = ({ accepts, rejects, overflows }: Reach) => [accepts, rejects, overflows].map(mark).join(", ");
  const columns: [string, (behaviour: Behaviour) => string][] = [
    ["axe banner", ({ axeBanner }) => axeBanner.join(", ") || "0"],
    ["axe dialog", ({ axeDialog }) => (axeDialog === null ? "–" : axeDialog.join(", ") || "0")],
    ["role and name", ({ looks }) => `${looks.role} “${looks.name}”`],
    ["Tabs", ({ keyboard }) => `${String(keyboard.tabs ?? "> 60")}${keyboard.isTrap ? ", trap" : ""}`],
    ["takes focus", ({ keyboard }) => mark(keyboard.takesFocus)],
    [
      "dialog: Escape, focus in, kept, back",
      ({ keyboard: { dialog } }) =>
        [dialog?.closes, dialog?.takesFocus, dialog?.keepsFocus, dialog?.givesFocusBack].map(mark).join(", "),
    ],
    ["accept = reject", ({ looks }) => `${mark(looks.isEqual)} (${looks.buttons})`],
    ["smallest button", ({ looks }) => looks.smallest.toFixed(0)],
    ["dead clicks", ({ deadClicks }) => `${String(deadClicks)} of 6`],
    [
      "strict CSP",
      ({ standing }) =>
        `${String(standing.strictViolations)} violations, ${standing.standsStrict ? "stands" : "falls"}`,
    ],
    ["no JS", ({ standing }) => standing.withoutJs],
    ["heeds GPC", ({ reactions }) => mark(reactions.heedsSignal)],
    ["320 × 256: accept, reject, overflows", ({ standing }) => reached(standing.small)],
    ["200 %: the same", ({ standing }) => reached(standing.zoomed)],
    ["covers of a phone", ({ looks }) => share(looks.covers)],
    [
      "looks while coming (reduced)",
      ({ reactions }) => `${String(reactions.moves)} (${String(reactions.movesReduced)})`,
    ],
    ["gone, reduced (ms)", ({ reactions }) => reactions.goneReduced.toFixed(0)],
  ];
  const rows = [...behaviours].map(([name, behaviour]) => [name, ...columns.map(([, cell]) => cell(behaviour))]);
  return table(
    "What it does (axe: rules broken beyond the bare page, * best practice)",
    ["", ...columns.map(([head]) => head)],
    rows,
  );
}
