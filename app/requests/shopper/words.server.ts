import { direction, type MailLanguage } from "../../mail/languages.ts";
import { personTexts } from "../../mail/texts.server.ts";
import type { Reader } from "./reader.ts";
import type { Words } from "./say.ts";

const FILES = import.meta.glob<Words>("./words/*.json", { eager: true, import: "default" });
const WORDS = new Map(Object.values(FILES).map((words) => [words.language, words]));

/** What a page needs to speak a language. Throws when its words are missing, which a test keeps from happening. */
export function wordsIn(language: MailLanguage): Pick<Reader, "language" | "direction" | "words" | "kinds"> {
  const words = WORDS.get(language);
  if (!words) throw new Error(`the words in ${language} are missing`);
  return { language, direction: direction(language), words, kinds: personTexts(language).kinds };
}
