import type { Texts } from "./document/words.ts";
import ar from "./texts/ar.json" with { type: "json" };
import de from "./texts/de.json" with { type: "json" };
import en from "./texts/en.json" with { type: "json" };
import fr from "./texts/fr.json" with { type: "json" };

/** Languages (BCP 47) that a policy can be said in. Where a store's language is missing this is an issue, never a fall-back. */
export const POLICY_TEXTS: Readonly<Record<string, Texts>> = { ar, de, en, fr };

/** The text language for a language of a store ("de-AT" is said in "de"); undefined when there is none. */
export function policyLanguage(tag: string): string | undefined {
  const known = [tag, tag.split("-")[0] ?? ""].find((one) => Object.hasOwn(POLICY_TEXTS, one));
  return known;
}
