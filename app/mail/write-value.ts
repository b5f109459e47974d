import type { MailLanguage } from "./languages.ts";
import { neutralise, neutraliseNote } from "./neutralise.ts";
import type { VariableType } from "./templates.ts";

/** For whom values are written. */
export interface Reader {
  language: MailLanguage;
  /** IANA name of the store's time zone. */
  timeZone: string;
  /** What codes mean in the reader's language: what can be asked for, why it is refused or takes longer. */
  words: Readonly<Record<"kinds" | "grounds" | "delays", Readonly<Partial<Record<string, string>>>>>;
}

/** What a fact may be when it comes out of its envelope. */
export type FactValue = string | boolean | readonly string[] | null | undefined;

/**
 * A fact as the reader sees it, neutralised. Null when there is nothing to show. Throws `TypeError` for a value that is
 * not of its type: a mistake of the caller, never of the person.
 */
export function writeValue(type: VariableType, value: FactValue, reader: Reader): string | null {
  if (value === null || value === undefined || value === "" || value === false) return null;
  if (type === "flag") return value === true ? "true" : null;
  if (type === "list") return writeList(value, reader.language);
  if (type === "ground") return writeGrounds(value, reader);
  if (typeof value !== "string") throw new TypeError(`a fact of the type ${type} is a text`);
  return WRITERS[type](value, reader);
}

const WRITERS: Readonly<
  Record<Exclude<VariableType, "flag" | "list" | "ground">, (value: string, reader: Reader) => string | null>
> = {
  kind: (value, { words }) => wordsOf(words.kinds, value),
  delay: (value, { words }) => wordsOf(words.delays, value),
  date: (value, reader) => writeTime(value, reader, { dateStyle: "long" }),
  time: (value, reader) => writeTime(value, reader, { dateStyle: "long", timeStyle: "short" }),
  link: (value) => {
    if (
      !/^https:\/\/[^\s"<>\\^`{|}]+$|^http:\/\/(localhost|127\.0\.0\.1|[\w-]+\.localhost)[:/][^\s"<>\\^`{|}]*$/.test(
        value,
      )
    )
      throw new TypeError("a fact of the type link begins with https:// and holds no spaces");
    return value;
  },
  text: (value) => neutralise(value) || null,
  note: (value) => neutraliseNote(value) || null,
};

function wordsOf(known: Readonly<Partial<Record<string, string>>>, code: string): string {
  const words = Object.hasOwn(known, code) ? known[code] : undefined;
  if (words === undefined) throw new TypeError("a fact names a code that no text has words for");
  return words;
}

/** Each ground is a sentence of its own. */
function writeGrounds(value: FactValue, { words }: Reader): string | null {
  const grounds = typeof value === "string" ? [value] : value;
  if (!Array.isArray(grounds)) throw new TypeError("a fact of the type ground is a code, or a list of them");
  return grounds.map((one: string) => wordsOf(words.grounds, one)).join(" ") || null;
}

function writeList(value: FactValue, language: MailLanguage): string | null {
  if (typeof value !== "object" || value === null) throw new TypeError("a fact of the type list is a list");
  const names = value.map(neutralise).filter((name) => name !== "");
  return names.length === 0 ? null : new Intl.ListFormat(language, { type: "conjunction" }).format(names);
}

/** A day (`2026-12-24`) is that day everywhere; a time is told in the store's zone. */
function writeTime(value: string, { language, timeZone }: Reader, style: Intl.DateTimeFormatOptions): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) throw new TypeError("a fact of the type date or time is ISO 8601");
  const calendar = { calendar: "gregory", numberingSystem: "latn" };
  return new Intl.DateTimeFormat(language, { ...style, ...calendar, timeZone: isDay ? "UTC" : timeZone }).format(at);
}
