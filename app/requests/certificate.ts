import { canonical } from "../evidence/canonical.ts";
import type { LawId } from "../law/laws.ts";

/** The name of this format; `verify/verify.mjs` knows it. */
export const CERTIFICATE_FORMAT = "candor-request-certificate/1";

/** One system's part of a request. Times: ISO 8601; null: not yet, or not at all. */
export interface CertifiedSystem {
  /** "candor", "shopify" or "processor:<id>". */
  system: string;
  status: string;
  /** What was seen afterwards, as "gone"; null where nothing was to be seen. */
  result: string | null;
  /** "staff" when it was done by hand. */
  by: string | null;
  at: string | null;
}

/** What staff decided about a request. `ground` and `article`: "" when none was needed. */
export interface CertifiedDecision {
  decision: string;
  ground: string;
  article: string;
  at: string;
}

/** What stays of a person, and by which law. `until`: YYYY-MM-DD. */
export interface CertifiedRest {
  what: string;
  law: string;
  until: string;
}

/**
 * What was asked, by whom, how it is known, and who did what about it. People are the pseudonyms of the evidence; times
 * are ISO 8601. Nobody is named.
 */
export interface Certified {
  shop: string;
  request: string;
  kind: string;
  source: string;
  behalf: string;
  person: string | null;
  received: string;
  verified: { by: string; at: string } | null;
  law: LawId;
  due: string;
  extended: string | null;
  closed: string;
  status: string;
  outcome: string;
  systems: readonly CertifiedSystem[];
  decisions: readonly CertifiedDecision[];
  stays: readonly CertifiedRest[];
  /** The newest entry about the request when it was written. */
  evidence: { seq: number; hash: string };
  issued: string;
}

/** The text that is signed: canonical JSON (RFC 8785), so that it can be made again letter by letter. */
export function certificateText(certified: Certified): string {
  const { systems, decisions, stays, ...rest } = certified;
  const copy = (list: readonly object[]) => list.map((one) => ({ ...one }));
  const lists = { systems: copy(systems), decisions: copy(decisions), stays: copy(stays) };
  return canonical({ format: CERTIFICATE_FORMAT, ...rest, ...lists });
}

/** Reads a text that `certificateText` wrote and this database holds. */
export function readCertificateText(text: string): Certified {
  return JSON.parse(text) as Certified;
}
