import { knownLanguage, type MailLanguage } from "../../mail/languages.ts";

/** The language of the first tag that names one of ours; English where none does. */
export function readerLanguage(tags: readonly (string | null)[]): MailLanguage {
  return tags.map(knownLanguage).find((language) => language !== undefined) ?? "en";
}
