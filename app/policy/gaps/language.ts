/** Frequent words of the languages that policies of Shopify stores are written in, none shared by two of them. */
const WORDS: Readonly<Record<string, string>> = {
  en: "the of and to you we your our this that with are is when which from have may not",
  de: "der die das und wir sie ihre ihrer nicht werden mit auf eine einer ist bei zur zum durch oder",
  fr: "les des vous nous votre vos nos une dans pour est que sur par avec sont cette aux pas",
  es: "los las usted nuestro nuestra sus una para por con que del como está sobre sitio puede",
  it: "gli della delle dei che nostro nostra suoi una per con del sono alla nel questo può",
  nl: "het een van wij uw onze voor met zijn wordt niet dat deze aan bij door worden",
  pt: "os das dos nosso nossa seus uma para por com que não são pelo você como site",
  sv: "och att vi du dina vår för med som är inte på av det den har till",
  da: "og at vi du dine vores for med som er ikke på af det den har til",
  pl: "oraz jest nie się przez dla danych które państwa twoje nasze jak lub są do",
};

/** What is spoken where: the official languages of a region's buyers, ISO 639-1. */
const SPOKEN: Readonly<Record<string, readonly string[]>> = {
  ...byLanguage("de", "DE AT LI"),
  ...byLanguage("fr", "FR CA-QC"),
  ...byLanguage("en", "GB UK IE US AU NZ CA IN MT"),
  ...{ CH: ["de", "fr", "it"], BE: ["nl", "fr", "de"], LU: ["fr", "de"], NL: ["nl"], IT: ["it"], ES: ["es"] },
  ...{ PT: ["pt"], BR: ["pt"], SE: ["sv"], DK: ["da"], PL: ["pl"], FI: ["fi", "sv"], NO: ["no"], IS: ["is"] },
  ...{ CZ: ["cs"], SK: ["sk"], HU: ["hu"], RO: ["ro"], BG: ["bg"], GR: ["el"], CY: ["el"], HR: ["hr"], SI: ["sl"] },
  ...{ EE: ["et"], LV: ["lv"], LT: ["lt"], JP: ["ja"], KR: ["ko"], TH: ["th"] },
};

/** How a policy calls the languages in which it is to be had. */
const NAMES: Readonly<Record<string, RegExp>> = {
  de: /german|deutsch/i,
  fr: /french|français/i,
  en: /english|anglais|englisch/i,
  es: /spanish|español/i,
  it: /italian/i,
  nl: /dutch|nederlands/i,
  pt: /portuguese|português/i,
  sv: /swedish|svenska/i,
  da: /danish|dansk/i,
  pl: /polish|polsk/i,
};

function byLanguage(language: string, regions: string): Record<string, readonly string[]> {
  return Object.fromEntries(regions.split(" ").map((region) => [region, [language]]));
}

/** The language a text is written in (ISO 639-1), by its frequent words; "" when it shows none. */
export function languageOf(text: string): string {
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const counts = Object.entries(WORDS).map(([language, list]) => {
    const frequent = new Set(list.split(" "));
    return [language, words.filter((word) => frequent.has(word)).length] as const;
  });
  const [best] = counts.toSorted(([, one], [, other]) => other - one);
  return best && best[1] > 0 ? best[0] : "";
}

const COUNTRIES = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });

/** A region in English, for whom a code says nothing. */
export function regionName(region: string): string {
  if (region === "CA-QC") return "Québec";
  return /^[A-Z]{2}/.test(region) ? (COUNTRIES.of(region.slice(0, 2)) ?? region) : region;
}

/** The regions in whose language the policy is not: it is in `language`, and offered in those that `offers` names. */
export function regionsNotSpoken(regions: readonly string[], language: string, offers: string): string[] {
  return regions.filter((region) => {
    const spoken = SPOKEN[region] ?? SPOKEN[region.slice(0, 2)];
    return spoken !== undefined && !spoken.some((one) => one === language || NAMES[one]?.test(offers) === true);
  });
}
