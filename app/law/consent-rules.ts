/**
 * What the law of a place asks of a storefront before it uses a shopper's data. Compact, because every visit to a shop
 * carries it: the gate decides with this very file.
 *
 * - "opt-in": nothing before a yes (ePrivacy Directive art. 5(3) with GDPR art. 6(1)(a); Law 25 s. 8.1; LGPD; PIPA).
 * - "opt-out": allowed until a no, which must be offered (CCPA §1798.120 and the other state acts).
 * - "notice": allowed, and told (no consent or opt-out duty for cookies was found).
 */
export const CONSENT_MODELS = ["opt-in", "opt-out", "notice"] as const;
/** One model. */
export type ConsentModel = (typeof CONSENT_MODELS)[number];

/** The rule of one place. */
export interface ConsentRule {
  model: ConsentModel;
  /** The law binds the store to Global Privacy Control: the signal alone is an opt-out of sale and sharing. */
  bindsToSignal: boolean;
  /** Calendar months after which a choice lapses and may be asked for again; 0: it stands until it is changed. */
  months: number;
}

/**
 * Where nothing happens before a yes. The Union with its outermost regions and Åland, the EEA, the United Kingdom,
 * Québec, Brazil, South Korea, Thailand; India (from 2027-05-14 on), Switzerland and Turkey are treated alike: early and
 * strict is allowed, late is not. "CA" alone is somewhere in Canada, which may be Québec.
 */
const OPT_IN =
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO GP GF MQ RE YT MF AX " +
  "GB CH TR BR KR TH IN CA-QC CA";

/**
 * Where a yes is assumed until a no. Oklahoma (2027-01-01) and Alabama (2027-05-01) are early. "US" alone is somewhere in
 * the United States, which may be California; "CA-*" is Canada outside Québec.
 */
const OPT_OUT =
  "CA-* US US-VA US-UT US-FL US-IA US-TN US-IN US-KY US-RI US-OK US-AL " +
  "US-CA US-CO US-CT US-DE US-MD US-MN US-MT US-NE US-NH US-NJ US-OR US-TX";

/** The twelve states whose law makes the signal binding, and the United States while the state is unknown. */
const SIGNAL = "US US-CA US-CO US-CT US-DE US-MD US-MN US-MT US-NE US-NH US-NJ US-OR US-TX";

/** Where telling is enough; "US-*" is a state without such an act. */
const NOTICE = "US-* JP NZ";

/**
 * Months for which a choice is kept where a regulator gave a number: AEPD allows 24 in Spain. Elsewhere 6, the good
 * practice of CNIL, the Garante (who also forbids asking sooner) and the Irish DPC.
 */
const SPAIN_MONTHS = 24;
const USUAL_MONTHS = 6;

/** For a visitor whose place is unknown, and for a country whose law nobody looked up: the strictest. */
export const STRICTEST: ConsentRule = { model: "opt-in", bindsToSignal: true, months: USUAL_MONTHS };

const has = (list: string, region: string) => ` ${list} `.includes(` ${region} `);

/**
 * The rule of a place: ISO 3166-1 alpha-2 ("DE") or 3166-2 ("US-CA", "CA-QC"), null when it is unknown. The part's own
 * rule goes before that of the country's other parts ("CA-*"), and this before the country's. A country alone, where
 * parts differ, has the rule of its strictest part, because the visitor may be there; one without a rule here has
 * `STRICTEST`.
 */
export function consentRule(region: string | null): ConsentRule {
  if (region === null) return STRICTEST;
  const country = region.slice(0, 2);
  return ruleIn(region) ?? ruleIn(`${country}-*`) ?? ruleIn(country) ?? STRICTEST;
}

function ruleIn(region: string): ConsentRule | undefined {
  if (has(OPT_IN, region)) {
    return { model: "opt-in", bindsToSignal: false, months: region === "ES" ? SPAIN_MONTHS : USUAL_MONTHS };
  }
  if (has(OPT_OUT, region)) return { model: "opt-out", bindsToSignal: has(SIGNAL, region), months: 0 };
  return has(NOTICE, region) ? { model: "notice", bindsToSignal: false, months: 0 } : undefined;
}
