/**
 * A place in English: "Germany", "California, United States", "Québec, Canada". `null` or "" is a place that nobody
 * knows; a code that nobody named stays a code.
 */
export function placeName(region: string | null): string {
  if (region === null || region === "") return "Unknown place";
  const [country = "", part] = region.split("-");
  const name = countryName(country);
  return part === undefined ? name : `${PARTS[region] ?? part}, ${name}`;
}

const COUNTRIES = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });

function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (COUNTRIES.of(code) ?? code) : code;
}

/** Parts of countries that have a law of their own; `Intl` names countries only. */
const PARTS: Readonly<Record<string, string>> = {
  "CA-QC": "Québec",
  "CA-ON": "Ontario",
  "CA-BC": "British Columbia",
  "CA-AB": "Alberta",
  "US-AL": "Alabama",
  "US-CA": "California",
  "US-CO": "Colorado",
  "US-CT": "Connecticut",
  "US-DE": "Delaware",
  "US-FL": "Florida",
  "US-IA": "Iowa",
  "US-IN": "Indiana",
  "US-KY": "Kentucky",
  "US-MD": "Maryland",
  "US-MN": "Minnesota",
  "US-MT": "Montana",
  "US-NE": "Nebraska",
  "US-NH": "New Hampshire",
  "US-NJ": "New Jersey",
  "US-NV": "Nevada",
  "US-NY": "New York",
  "US-OK": "Oklahoma",
  "US-OR": "Oregon",
  "US-RI": "Rhode Island",
  "US-TN": "Tennessee",
  "US-TX": "Texas",
  "US-UT": "Utah",
  "US-VA": "Virginia",
  "US-WA": "Washington",
};

const LANGUAGES = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });

/** A language in English by its BCP 47 tag: "German", "Brazilian Portuguese"; the tag itself where it names none. */
export function languageName(tag: string): string {
  try {
    return LANGUAGES.of(tag) ?? tag;
  } catch {
    return tag === "" ? "Unknown language" : tag;
  }
}
