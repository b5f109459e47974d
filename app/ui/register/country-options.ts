import { useEffect, useState } from "react";
import { placeName } from "../consent/place-name.ts";

/** Every country and territory with a code (ISO 3166-1 alpha-2). */
const CODES =
  "AD AE AF AG AI AL AM AO AR AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG " +
  "CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG " +
  "GH GI GL GM GN GP GQ GR GT GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW " +
  "KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF " +
  "NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL " +
  "SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU " +
  "WF WS YE YT ZA ZM ZW";

/** A country as an option of a list. */
export interface CountryOption {
  value: string;
  label: string;
}

const BY_CODE: readonly CountryOption[] = CODES.split(" ").map((value) => ({ value, label: value }));

/**
 * Countries as options of a list, by their names in English. Server and browser may know different names for one
 * country, so the first picture shows codes, and the names come with the browser.
 */
export function useCountryOptions(): readonly CountryOption[] {
  const [options, setOptions] = useState(BY_CODE);
  useEffect(() => {
    const named = BY_CODE.map(({ value }) => ({ value, label: placeName(value) }));
    setOptions(named.sort((one, other) => one.label.localeCompare(other.label, "en")));
  }, []);
  return options;
}
