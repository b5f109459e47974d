import { direction, pickLanguage, type MailLanguage } from "../../mail/languages.ts";
import { personTexts } from "../../mail/texts.server.ts";
import type { Reader } from "./reader.ts";
import type { Words } from "./say.ts";

const FILES = import.meta.glob<Words>("./words/*.json", { eager: true, import: "default" });
const WORDS = new Map(Object.values(FILES).map((words) => [words.language, words]));

/** What a page needs to speak a language; English for a language that has no file. */
export function wordsIn(language: MailLanguage): Pick<Reader, "language" | "direction" | "words" | "kinds"> {
  const words = WORDS.get(language) ?? WORDS.get("en");
  if (!words) throw new Error("the English words are missing");
  const written = pickLanguage(words.language);
  return { language: written, direction: direction(written), words, kinds: personTexts(written).kinds };
}
