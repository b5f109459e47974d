import type { ConsentFilter } from "./consent-row.ts";
import type { ChoiceForm } from "./choice.ts";
import { CHOICE_SOURCES, type ChoiceSource } from "./record.ts";

/** The forms that leave a record; a notice leaves none. */
export const RECORD_FORMS = ["consent", "opt-out"] as const satisfies readonly ChoiceForm[];

/** Which of a store's records staff chose to see, as the page's query says it. Empty texts choose nothing. */
export interface RecordChoice {
  /** ISO 3166-1 or 3166-2, or `UNKNOWN_PLACE`. */
  region: string;
  source: ChoiceSource | "";
  form: (typeof RECORD_FORMS)[number] | "";
  /** Days, YYYY-MM-DD in UTC, both included. */
  from: string;
  to: string;
  /** The same for the list. */
  filter: ConsentFilter;
}

/** How a query names a place that nobody knew. */
export const UNKNOWN_PLACE = "unknown";

const DAY_MS = 86_400_000;

/** Reads a choice from a page's query; what makes no sense counts as not chosen. */
export function readRecordChoice(query: { get: (name: string) => string | null }): RecordChoice {
  const chosen = {
    region: readRegion(query.get("region") ?? ""),
    source: CHOICE_SOURCES.find((one) => one === query.get("source")) ?? ("" as const),
    form: RECORD_FORMS.find((one) => one === query.get("form")) ?? ("" as const),
    from: readDay(query.get("from")),
    to: readDay(query.get("to")),
  };
  return { ...chosen, filter: filterOf(chosen) };
}

function filterOf({ region, source, form, from, to }: Omit<RecordChoice, "filter">): ConsentFilter {
  return {
    ...(region !== "" && { region: region === UNKNOWN_PLACE ? "" : region }),
    ...(source !== "" && { source }),
    ...(form !== "" && { form }),
    ...(from !== "" && { from: new Date(from) }),
    ...(to !== "" && { to: new Date(Date.parse(to) + DAY_MS) }),
  };
}

function readRegion(text: string): string {
  return text === UNKNOWN_PLACE || /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/.test(text) ? text : "";
}

function readDay(text: string | null): string {
  if (text === null || !/^20\d\d-\d\d-\d\d$/.test(text)) return "";
  const at = Date.parse(text);
  // the 31st of a short month would be another day
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? text : "";
}
