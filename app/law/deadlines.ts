/** How long a law gives to answer a request, counted from receipt. */
export type AnswerWithin = { readonly months: number } | { readonly days: number };

/** A law that gives persons rights over their data. */
export interface Law {
  /** Short name, as shown to staff. */
  readonly name: string;
  readonly within: AnswerWithin;
}

/** The law's clock where no law is known: Shopify's own for compliance webhooks. */
export const SHOPIFY_CLOCK = "shopify";

/**
 * Laws by their id. Where a law counts working days or says only "without delay", the number is a safe floor in
 * calendar days (NZ: 20 working days are at least 26 days; JP: no number in the act).
 * Sources: GDPR art. 12(3); UK GDPR art. 12A; CCPA regulations §7021; state acts; LGPD art. 19; PIPA decree 41–43;
 * Privacy Act 2020 (NZ) s. 44; nFADP art. 25; PIPEDA principle 4.9.4; Law 25 s. 32;
 * https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance
 */
export const LAWS = {
  [SHOPIFY_CLOCK]: { name: "Shopify's rule", within: { days: 30 } },
  gdpr: { name: "GDPR", within: { months: 1 } },
  "uk-gdpr": { name: "UK GDPR", within: { months: 1 } },
  fadp: { name: "Swiss FADP", within: { days: 30 } },
  ccpa: { name: "CCPA/CPRA", within: { days: 45 } },
  "us-state": { name: "US state privacy act", within: { days: 45 } },
  "us-iowa": { name: "Iowa ICDPA", within: { days: 90 } },
  "law-25": { name: "Québec Law 25", within: { days: 30 } },
  pipeda: { name: "PIPEDA", within: { days: 30 } },
  lgpd: { name: "LGPD", within: { days: 15 } },
  appi: { name: "APPI", within: { days: 14 } },
  pipa: { name: "PIPA", within: { days: 10 } },
  "privacy-act-nz": { name: "NZ Privacy Act", within: { days: 26 } },
  pdpa: { name: "PDPA (Thailand)", within: { days: 30 } },
} as const satisfies Record<string, Law>;

/** The id of a law. */
export type LawId = keyof typeof LAWS;

/** Which law protects the people of a place: ISO 3166-1 alpha-2, or 3166-2 where a part has its own. */
export const LAW_OF_REGION: Readonly<Record<string, LawId>> = {
  ...forEach("gdpr", "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO"),
  // outermost regions and Åland: the Union's law applies (TFEU art. 355)
  ...forEach("gdpr", "GP GF MQ RE YT MF AX"),
  GB: "uk-gdpr",
  CH: "fadp",
  "US-CA": "ccpa",
  "US-IA": "us-iowa",
  ...forEach("us-state", "US-VA US-CO US-CT US-UT US-TX US-OR US-FL US-MT US-DE US-NE US-NH US-NJ US-TN US-MN US-MD"),
  ...forEach("us-state", "US-IN US-KY US-RI"),
  "CA-QC": "law-25",
  CA: "pipeda",
  BR: "lgpd",
  JP: "appi",
  KR: "pipa",
  NZ: "privacy-act-nz",
  TH: "pdpa",
};

function forEach(law: LawId, regions: string): Record<string, LawId> {
  return Object.fromEntries(regions.split(" ").map((region) => [region, law]));
}

/** The law of a place; the part's own before the country's; Shopify's clock where there is none or the place is unknown. */
export function lawOf(country: string | undefined, part?: string): LawId {
  if (country === undefined) return SHOPIFY_CLOCK;
  const own = part === undefined ? undefined : LAW_OF_REGION[`${country}-${part}`];
  return own ?? LAW_OF_REGION[country] ?? SHOPIFY_CLOCK;
}
