import { knownLanguage } from "../mail/languages.ts";
import type { Texts } from "./document/words.ts";

const FILES = import.meta.glob<Texts>("./texts/*.json", { eager: true, import: "default" });

/** Languages (BCP 47) that a policy can be said in. Where a store's language is missing this is an issue, never a fall-back. */
export const POLICY_TEXTS: Readonly<Record<string, Texts>> = Object.fromEntries(
  Object.values(FILES).map((texts) => [texts.language, texts]),
);

/** The text language for a language of a store ("de-AT" is said in "de"); undefined when there is none. */
export function policyLanguage(tag: string): string | undefined {
  const known = knownLanguage(tag);
  return known !== undefined && Object.hasOwn(POLICY_TEXTS, known) ? known : undefined;
}
