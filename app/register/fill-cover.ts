import { RETENTION_PRESETS } from "./retention-rules.ts";
import type { DataElement } from "./elements.ts";
import type { Register } from "./facts.ts";
import { retentionSentence } from "./period-text.ts";
import { BASIS_WORDS, INTEREST_WORDS, PROCESSING_PURPOSE_WORDS } from "./purpose-words.ts";
import { VENDOR_ROLES } from "./processing.ts";

/** What a person is told with their data (GDPR art. 15(1)(a), (c), (d)): one sentence each, in plain English. */
export interface CoverFacts {
  readonly purposes: readonly string[];
  readonly recipients: readonly string[];
  readonly retention: readonly string[];
}

/** All three. Only what is known is said. */
export function coverFacts(register: Register): CoverFacts {
  return { purposes: purposesFor(register), recipients: recipientsFor(register), retention: retentionFor(register) };
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** For what the store uses data, and why it may. */
export function purposesFor({ purposes }: Register): string[] {
  return purposes.map(({ purpose, basis, interest }) => {
    const what = capital(PROCESSING_PURPOSE_WORDS[purpose]);
    if (basis === null) return `${what}.`;
    const why = interest === null ? BASIS_WORDS[basis] : `${BASIS_WORDS[basis]}: ${INTEREST_WORDS[interest]}`;
    return `${what} (${why}).`;
  });
}

/** Who receives data: processors first. What is merely claimed, and what nobody described, is left out. */
export function recipientsFor({ vendors }: Register): string[] {
  const rank = ({ role }: Register["vendors"][number]) =>
    role === null ? VENDOR_ROLES.length : VENDOR_ROLES.indexOf(role);
  return vendors
    .filter(({ status, vendor }) => status !== "claimed" && vendor !== "candor")
    .toSorted((one, other) => rank(one) - rank(other))
    .map(({ name, company, country, purposes }) => {
      const who = [company === name ? "" : company, country].filter(Boolean).join(", ");
      const what = purposes.map((purpose) => PROCESSING_PURPOSE_WORDS[purpose]).join(", ");
      return `${name}${who === "" ? "" : ` (${who})`}${what === "" ? "" : `: ${what}`}.`;
    });
}

/** How long each kind of records that the store has is kept. */
export function retentionFor({ retention }: Register): string[] {
  return retention.flatMap((fact) => retentionSentence(fact) ?? []);
}

/** The vendors that hold an element of a person, by id: whom a request must reach (GDPR art. 19). */
export function holdersOf({ vendors }: Register, elements: readonly DataElement[]): string[] {
  return vendors
    .filter((vendor) => vendor.status !== "claimed" && vendor.elements.some((element) => elements.includes(element)))
    .map(({ vendor }) => vendor);
}

/** Processors that know a person by name, address, e-mail or telephone: those that a request is passed on to. */
export function processorsOf(register: Register): string[] {
  const holders = new Set(holdersOf(register, RETENTION_PRESETS["privacy-requests"].elements));
  return register.vendors
    .filter(({ vendor, role }) => role === "processor" && holders.has(vendor))
    .map(({ vendor }) => vendor);
}
