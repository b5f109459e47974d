/** A country, or a part of it, for which Shopify takes a consent policy. */
interface PolicyRegion {
  countryCode: string;
  regionCode: string | null;
}

const COUNTRIES =
  "AT AU AX BE BG BR CH CY CZ DE DK EE ES FI FR GB GF GP GR HR HU IE IN IS IT JP KR LI LT LU LV MF MQ MT MX NL NO NZ " +
  "PL PT RE RO SE SG SI SK TH TR YT ZA";
const STATES =
  "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI " +
  "SC SD TN TX UT VT VA WA WV WI WY DC";
const PROVINCES = "AB BC MB NB NL NS NT NU ON PE QC SK YT";

const parts = (countryCode: string, codes: string): PolicyRegion[] =>
  codes.split(" ").map((regionCode) => ({ countryCode, regionCode }));

/**
 * `consentPolicyRegions`. Shopify's list is not published; that the United States and Canada come by their parts is a
 * guess from its words "region code is required for countries with existing regional policies".
 */
export const POLICY_REGIONS: readonly PolicyRegion[] = [
  ...COUNTRIES.split(" ").map((countryCode) => ({ countryCode, regionCode: null })),
  ...parts("US", STATES),
  ...parts("CA", PROVINCES),
];
