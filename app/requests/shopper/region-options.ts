import { COUNTRY_CODES, PARTS } from "../../law/places.ts";
import { escapeHtml } from "../../package/html.ts";

const written = new Map<string, string>();

/**
 * The places of a select, as HTML: countries by name in the reader's language; those whose parts have laws of their own
 * as a group. `chosen`: ISO 3166, "" for none.
 */
export function regionOptions(language: string, chosen: string): string {
  const all = written.get(language) ?? writeOptions(language);
  written.set(language, all);
  return chosen === "" ? all : all.replace(`value="${chosen}"`, `value="${chosen}" selected`);
}

function writeOptions(language: string): string {
  const names = new Intl.DisplayNames([language, "en"], { type: "region", fallback: "code" });
  const order = new Intl.Collator([language, "en"]);
  const countries = COUNTRY_CODES.map((code) => ({ code, name: names.of(code) ?? code }));
  return countries
    .sort((one, other) => order.compare(one.name, other.name))
    .map(({ code, name }) => {
      const country = option(code, name);
      const parts = PARTS[code]?.map((part) => option(part.code, part.name)).join("");
      return parts === undefined ? country : `<optgroup label="${escapeHtml(name)}">${country}${parts}</optgroup>`;
    })
    .join("");
}

function option(code: string, name: string): string {
  return `<option value="${code}">${escapeHtml(name)}</option>`;
}
