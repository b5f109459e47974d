/**
 * What makes it lawful that data leaves the European Economic Area, the United Kingdom or Switzerland (GDPR art. 45–46,
 * 49).
 *
 * - "adequacy": the Commission found the country's protection adequate.
 * - "dpf": the recipient is on the list of the EU–US Data Privacy Framework (Decision (EU) 2023/1795).
 * - "scc": standard contractual clauses (Decision (EU) 2021/914, in the United Kingdom with the ICO's addendum).
 * - "bcr": binding corporate rules.
 */
export const TRANSFER_BASES = ["adequacy", "dpf", "scc", "bcr"] as const;
/** What makes a transfer lawful. */
export type TransferBasis = (typeof TRANSFER_BASES)[number];

/** The European Economic Area, its outermost regions and Åland: data moves freely. */
const EEA =
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO GP GF MQ RE YT MF AX";

/**
 * Countries with a decision of the Commission under art. 45 that covers ordinary businesses. Canada: recipients under
 * PIPEDA. The United States are not here: their decision covers only who joined the framework ("dpf").
 * https://commission.europa.eu/law/law-topic/data-protection/international-dimension-data-protection/adequacy-decisions_en
 */
const ADEQUATE = "AD AR CA FO GG IL IM JP JE KR NZ CH GB UY";

const has = (list: string, country: string) => ` ${list} `.includes(` ${country} `);

/** Whether a country (ISO 3166-1 alpha-2) is in the European Economic Area. */
export function isInEea(country: string): boolean {
  return has(EEA, country);
}

/** Whether the Commission found a country adequate. */
export function isAdequate(country: string): boolean {
  return has(ADEQUATE, country);
}

/** Whether the law of a country (ISO 3166-1) restricts transfers abroad in the manner of the GDPR. */
export function restrictsTransfers(country: string): boolean {
  return isInEea(country) || country === "GB" || country === "CH";
}

/**
 * Whether data of people protected by the GDPR, UK GDPR or FADP may go to a recipient in a country, with what the
 * store says makes it lawful. "" is an unknown country: only clauses or corporate rules could cover it.
 */
export function isTransferCovered(country: string, bases: readonly TransferBasis[]): boolean {
  if (isInEea(country) || isAdequate(country)) return true;
  return bases.includes("scc") || bases.includes("bcr") || (country === "US" && bases.includes("dpf"));
}
