import { escapeHtml } from "../../package/html.ts";
import type english from "./words/en.json";

/** Every text of the pages, in one language. `{name}` is filled in. */
export type Words = Readonly<Record<keyof typeof english, string>>;

/** What fills a text in: a kind of request is ours to write, everything else may be somebody's. */
export type Values = Readonly<Record<string, string | number>>;

/** A text as HTML. What fills it in is escaped, and set apart so that a name in another script does not turn the sentence. */
export function say(text: string, values: Values = {}): string {
  return escapeHtml(text).replace(/\{(\w+)\}/g, (mark, name: string) => {
    const value = values[name];
    return value === undefined ? mark : `<bdi>${escapeHtml(String(value))}</bdi>`;
  });
}

/** A text as plain text, for a title. */
export function sayPlainly(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark));
}

/** A day in the reader's language, in the store's time zone. Digits are the ones that the rest of the page uses. */
export function sayDay(at: Date, language: string, timeZone: string): string {
  return new Intl.DateTimeFormat(`${language}-u-nu-latn`, { dateStyle: "long", calendar: "gregory", timeZone }).format(
    at,
  );
}
