/** Countries and territories: ISO 3166-1 alpha-2. */
const COUNTRIES =
  "AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF " +
  "CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG " +
  "GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR " +
  "KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC " +
  "NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI " +
  "SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI " +
  "VN VU WF WS XK YE YT ZA ZM ZW";

/** States and the capital's district: ISO 3166-2 without "US-", and their names. */
const US_STATES =
  "AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,DC District of Columbia," +
  "FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine," +
  "MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada," +
  "NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma," +
  "OR Oregon,PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont," +
  "VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming";

/** Provinces and territories of Canada, likewise. */
const CA_PROVINCES =
  "AB Alberta,BC British Columbia,MB Manitoba,NB New Brunswick,NL Newfoundland and Labrador,NS Nova Scotia,ON Ontario," +
  "PE Prince Edward Island,QC Québec,SK Saskatchewan,NT Northwest Territories,NU Nunavut,YT Yukon";

/** A part of a country that has laws of its own. */
export interface Part {
  /** ISO 3166-2. */
  code: string;
  /** As the country itself writes it. */
  name: string;
}

const partsOf = (country: string, list: string): Part[] =>
  list.split(",").map((one) => ({ code: `${country}-${one.slice(0, 2)}`, name: one.slice(3) }));

/** Every country and territory, ISO 3166-1 alpha-2. */
export const COUNTRY_CODES: readonly string[] = COUNTRIES.split(" ");

/** The countries whose parts have laws of their own, and the parts by name. */
export const PARTS: Readonly<Record<string, readonly Part[]>> = {
  US: partsOf("US", US_STATES),
  CA: partsOf("CA", CA_PROVINCES).sort((one, other) => (one.name < other.name ? -1 : 1)),
};

const ALL: ReadonlySet<string> = new Set([
  ...COUNTRY_CODES,
  ...Object.values(PARTS).flatMap((parts) => parts.map(({ code }) => code)),
]);

/** Whether a text from outside names a place where somebody may live: ISO 3166-1, or 3166-2 of the countries above. */
export function isPlace(code: string): boolean {
  return ALL.has(code);
}
