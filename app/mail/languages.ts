/** The languages of mails to shoppers: those of the banner. BCP 47. */
export const MAIL_LANGUAGES = [
  ...["ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "he", "hr", "hu", "is", "it", "ja"],
  ...["ko", "lt", "lv", "mt", "nb", "nl", "pl", "pt-BR", "pt-PT", "ro", "sk", "sl", "sv", "tr", "uk", "zh-CN", "zh-TW"],
] as const;

/** A language in which mails are written. */
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

/** Tags that mean one of ours although they are written otherwise. */
const SAME: Readonly<Record<string, MailLanguage>> = {
  no: "nb",
  nn: "nb",
  iw: "he",
  pt: "pt-PT",
  zh: "zh-CN",
  "zh-hans": "zh-CN",
  "zh-sg": "zh-CN",
  "zh-hant": "zh-TW",
  "zh-hk": "zh-TW",
  "zh-mo": "zh-TW",
};

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(["ar", "he"]);

/**
 * Our language for a tag that someone else wrote: the tag itself, then with ever less of it (RFC 4647, section 3.4);
 * undefined when we do not speak it.
 */
export function knownLanguage(tag: string | null | undefined): MailLanguage | undefined {
  const parts = (tag ?? "").trim().replaceAll("_", "-").toLowerCase().split("-");
  for (let length = parts.length; length > 0; length--) {
    const wanted = parts.slice(0, length).join("-");
    const known = MAIL_LANGUAGES.find((language) => language.toLowerCase() === wanted) ?? SAME[wanted];
    if (known !== undefined) return known;
  }
  return undefined;
}

/** The language in which someone is written to: theirs, or English when we do not speak it. */
export function pickLanguage(tag: string | null | undefined): MailLanguage {
  return knownLanguage(tag) ?? "en";
}

/** Whether a text from outside names a language of mails. */
export function isMailLanguage(tag: string): tag is MailLanguage {
  return (MAIL_LANGUAGES as readonly string[]).includes(tag);
}

/** The value of `dir` in HTML. */
export function direction(language: MailLanguage): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr";
}
