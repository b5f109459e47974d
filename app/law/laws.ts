/** A law that gives persons rights over their data. */
export interface Law {
  /** Short name, as shown to staff. */
  readonly name: string;
  /** Where it protects people: ISO 3166-1 alpha-2, or 3166-2 for a part that has its own; separated by spaces. */
  readonly places: string;
  /** An IANA time zone of the place, in which its days begin and end. */
  readonly zone: string;
  /** The day from which it binds ("YYYY-MM-DD"); absent when it binds already. */
  readonly since?: string;
}

/** The rule where no law is known: Shopify's own for its compliance webhooks. */
export const SHOPIFY_CLOCK = "shopify";
/** Nobody knows where the person is: the strictest of all laws. */
export const UNKNOWN_PLACE = "unknown";

const [EAST, CENTRAL, MOUNTAIN, WEST] = [
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Los_Angeles",
] as const;

/**
 * The laws that Candor knows, by id. What each gives stands in tables keyed by these ids: `answer-times.ts`,
 * `rights.ts`, `refusal-grounds.ts`. Consent has its own, smaller table of places (`consent-rules.ts`), because every
 * storefront carries it; a test holds the two together.
 * Sources: the acts, as named beside each figure; https://iapp.org/resources/article/us-state-privacy-legislation-tracker/
 * and https://www.mayerbrown.com state privacy law tracker for the states' dates; TFEU art. 355 for the outermost regions.
 */
export const LAWS = {
  [UNKNOWN_PLACE]: { name: "Strictest law (place unknown)", places: "", zone: "UTC" },
  [SHOPIFY_CLOCK]: { name: "Shopify's rule", places: "", zone: "UTC" },
  gdpr: {
    name: "GDPR",
    places:
      "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO GP GF MQ RE YT MF AX",
    zone: "Europe/Brussels",
  },
  "uk-gdpr": { name: "UK GDPR", places: "GB", zone: "Europe/London" },
  fadp: { name: "Swiss FADP", places: "CH", zone: "Europe/Zurich" },
  "us-state": { name: "US law (state unknown)", places: "US", zone: EAST },
  ccpa: { name: "CCPA/CPRA", places: "US-CA", zone: WEST },
  "us-al": { name: "Alabama APDPA", places: "US-AL", zone: CENTRAL, since: "2027-05-01" },
  "us-co": { name: "Colorado CPA", places: "US-CO", zone: MOUNTAIN },
  "us-ct": { name: "Connecticut CTDPA", places: "US-CT", zone: EAST },
  "us-de": { name: "Delaware DPDPA", places: "US-DE", zone: EAST },
  "us-fl": { name: "Florida FDBR", places: "US-FL", zone: EAST },
  "us-ia": { name: "Iowa ICDPA", places: "US-IA", zone: CENTRAL },
  "us-in": { name: "Indiana ICDPA", places: "US-IN", zone: EAST },
  "us-ky": { name: "Kentucky KCDPA", places: "US-KY", zone: EAST },
  "us-md": { name: "Maryland MODPA", places: "US-MD", zone: EAST },
  "us-mn": { name: "Minnesota MCDPA", places: "US-MN", zone: CENTRAL },
  "us-mt": { name: "Montana MTCDPA", places: "US-MT", zone: MOUNTAIN },
  "us-ne": { name: "Nebraska NDPA", places: "US-NE", zone: CENTRAL },
  "us-nh": { name: "New Hampshire NHPA", places: "US-NH", zone: EAST },
  "us-nj": { name: "New Jersey NJDPA", places: "US-NJ", zone: EAST },
  "us-ok": { name: "Oklahoma SB 546", places: "US-OK", zone: CENTRAL, since: "2027-01-01" },
  "us-or": { name: "Oregon OCPA", places: "US-OR", zone: WEST },
  "us-ri": { name: "Rhode Island RIDTPPA", places: "US-RI", zone: EAST },
  "us-tn": { name: "Tennessee TIPA", places: "US-TN", zone: CENTRAL },
  "us-tx": { name: "Texas TDPSA", places: "US-TX", zone: CENTRAL },
  "us-ut": { name: "Utah UCPA", places: "US-UT", zone: MOUNTAIN },
  "us-va": { name: "Virginia VCDPA", places: "US-VA", zone: EAST },
  canada: { name: "Canadian law (province unknown)", places: "CA", zone: "America/Toronto" },
  "law-25": { name: "Québec Law 25", places: "CA-QC", zone: "America/Toronto" },
  pipeda: {
    name: "PIPEDA",
    places: "CA-AB CA-BC CA-MB CA-NB CA-NL CA-NS CA-NT CA-NU CA-ON CA-PE CA-SK CA-YT",
    zone: "America/Toronto",
  },
  lgpd: { name: "LGPD", places: "BR", zone: "America/Sao_Paulo" },
  appi: { name: "APPI", places: "JP", zone: "Asia/Tokyo" },
  pipa: { name: "PIPA", places: "KR", zone: "Asia/Seoul" },
  "privacy-act-nz": { name: "NZ Privacy Act", places: "NZ", zone: "Pacific/Auckland" },
  pdpa: { name: "PDPA (Thailand)", places: "TH", zone: "Asia/Bangkok" },
  dpdp: { name: "DPDP Act (India)", places: "IN", zone: "Asia/Kolkata", since: "2027-05-14" },
} as const satisfies Record<string, Law>;

/** The id of a law. */
export type LawId = keyof typeof LAWS;
/** All ids. */
export const LAW_IDS = Object.keys(LAWS) as LawId[];

/** The laws of single places: without those that stand for "one of several". */
export const SINGLE_LAWS: readonly LawId[] = LAW_IDS.filter((id) => !isOneOfSeveral(id));

const LAW_OF_PLACE: ReadonlyMap<string, LawId> = new Map(
  LAW_IDS.flatMap((id) => LAWS[id].places.split(" ").map((place) => [place, id] as const)),
);

/** Countries whose parts have laws of their own: without the part, the strictest of them counts. */
function isOneOfSeveral(id: LawId): id is "unknown" | "us-state" | "canada" {
  return id === "unknown" || id === "us-state" || id === "canada";
}

/**
 * The law of a place: its part's own before the country's. "shopify" where no comprehensive law is known, "unknown"
 * when the place is. `country`: ISO 3166-1 alpha-2, `part`: the second half of an ISO 3166-2 code ("CA" of "US-CA").
 * A law that binds from a later day on is not there before it: `on` is a day ("YYYY-MM-DD").
 */
export function lawOf(country: string | null | undefined, part: string | null | undefined, on: string): LawId {
  if (country == null || country === "") return UNKNOWN_PLACE;
  const id = lawOfCode(country, part ?? "");
  const { since }: Law = LAWS[id];
  return since !== undefined && on < since ? SHOPIFY_CLOCK : id;
}

/** As `lawOf`, for an ISO 3166 code of either kind ("DE", "US-CA") and the moment from which the law must bind. */
export function lawOfRegion(region: string | null | undefined, at: Date): LawId {
  const [country, part] = (region ?? "").split("-");
  return lawOf(country, part, at.toISOString().slice(0, "YYYY-MM-DD".length));
}

function lawOfCode(country: string, part: string): LawId {
  const own = LAW_OF_PLACE.get(`${country}-${part}`);
  if (own !== undefined) return own;
  // a state without an act of its own is not "a state that nobody knows"
  if (country === "US" && part !== "") return SHOPIFY_CLOCK;
  return LAW_OF_PLACE.get(country) ?? SHOPIFY_CLOCK;
}

/**
 * Which laws a request may be under: one where the place is known; every law of the country's parts where only the
 * country is; where nothing is, those of the countries that the store sells to, or all. What is asked of a store is then
 * the strictest of them.
 */
export function lawsWithin(id: LawId, sellsTo: readonly string[] = []): readonly LawId[] {
  if (id === "us-state") return [SHOPIFY_CLOCK, ...SINGLE_LAWS.filter((law) => LAWS[law].places.startsWith("US-"))];
  if (id === "canada") return SINGLE_LAWS.filter((law) => LAWS[law].places.startsWith("CA-"));
  if (id !== "unknown") return [id];
  const known = sellsTo.flatMap((country) => lawsWithin(lawOfCode(country, "")));
  return known.length === 0 ? SINGLE_LAWS : [...new Set(known)];
}
