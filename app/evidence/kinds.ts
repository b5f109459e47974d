import type { LawId } from "../law/deadlines.ts";
import type { RequestKind, RequestOutcome, RequestSource, System } from "../law/requests.ts";

/** Everything that can stand in a store's evidence chain. A new kind of proof starts here. */
export const EVIDENCE_KINDS = [
  "chain.started",
  "records.sealed",
  "request.opened",
  "request.deadline-changed",
  "request.collected",
  "request.package-ready",
  "request.package-downloaded",
  "request.package-removed",
  "request.personal-data-revealed",
  "request.held",
  "request.released",
  "request.task-done",
  "request.task-failed",
  "request.closed",
  "subject.erased",
  "subject.key-destroyed",
  "subject.residue-searched",
  "app.installed",
  "app.uninstalled",
  "app.scopes-updated",
  "keys.rotated",
  "delivery.replayed",
  "hold.placed",
  "hold.released",
  "consent.settings-published",
  "consent.settings-drifted",
  "consent.purged",
  "register.service-decided",
  "storefront.policies-written",
  "storefront.examined",
] as const;

/** One kind of evidence entry. */
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** The records that are too many for an entry each, and are sealed into the chain in batches. */
export const RECORD_KINDS = ["delivery", "consent"] as const;

/** One kind of record that is sealed in batches. */
export type RecordKind = (typeof RECORD_KINDS)[number];

/** What a fact may be. No free text, no personal data: see `refusePersonalData`. */
export type Fact = string | number | boolean | readonly string[];

/**
 * What each kind of entry states. Times are ISO 8601 with milliseconds and `Z`, days `YYYY-MM-DD`, ids UUIDs, hashes
 * lower-case hexadecimal, people (staff too) keyed pseudonyms, everything else codes.
 */
export type EvidenceFacts = {
  /** `publicKey`: base64 of the 32 raw bytes (RFC 8032, section 5.1.5). */
  "chain.started": { algorithm: "Ed25519"; publicKey: string };
  /** `root`: RFC 6962 Merkle tree hash of the records' leaves; `first` and `last`: when they were received. */
  "records.sealed": { records: RecordKind; count: number; root: string; first: string; last: string };
  /** `delivery`: absent when no webhook asked. */
  "request.opened": {
    requestKind: RequestKind;
    source: RequestSource;
    law: LawId;
    deadline: string;
    delivery?: string;
  };
  "request.deadline-changed": { from: string; to: string; reason: string };
  /** `counts`: one `section: count` each. */
  "request.collected": { system: System; counts: readonly string[] };
  "request.package-ready": { package: string; sha256: string; bytes: number; expiresAt: string };
  "request.package-downloaded": { package: string; staff: string };
  "request.package-removed": { package: string; reason: string };
  "request.personal-data-revealed": { staff: string; fields: readonly string[] };
  "request.held": { hold: string; ground: string; reviewOn: string };
  "request.released": { hold: string; ground: string; reviewOn: string };
  "request.task-done": { system: System };
  "request.task-failed": { system: System; cause: string };
  "request.closed": { outcome: RequestOutcome };
  /** `removed`: one `table: rows` each. */
  "subject.erased": { removed: readonly string[] };
  /** `keys`: how many; from here on nothing that was sealed for the person opens, in no backup either. */
  "subject.key-destroyed": { keys: number };
  /** `hits`: one `table.column: rows` each; nothing when nothing was found. */
  "subject.residue-searched": { tables: readonly string[]; columns: number; hits: readonly string[]; total: number };
  "app.installed": { scopes: readonly string[] };
  "app.uninstalled": { delivery?: string };
  "app.scopes-updated": { granted: readonly string[]; missing: readonly string[] };
  "keys.rotated": { newestMasterKey: string };
  "delivery.replayed": { delivery: string; staff: string };
  "hold.placed": { hold: string; ground: string; reviewOn: string; staff: string };
  "hold.released": { hold: string; ground: string; staff: string };
  /** `hash`: of the settings' text, which the store keeps; `previous`: of those before, "" for the first. */
  "consent.settings-published": { version: number; hash: string; previous: string };
  /** `found`: hash of what the storefront says instead, "" when it says nothing. */
  "consent.settings-drifted": { expected: string; found: string };
  /** `records`: how many were past their period; `keepMonths`: the period after they were replaced or lapsed. */
  "consent.purged": { records: number; keepMonths: number };
  /** What the store said of a service. `needs`: purposes; none when it is essential. `hosts`: where it is held. */
  "register.service-decided": {
    service: string;
    isUsed: boolean;
    needs: readonly string[];
    hosts: readonly string[];
    staff: string;
  };
  /** Shopify's region policies: places (ISO 3166) whose policy now is what the law asks for, and those that Shopify refused. */
  "storefront.policies-written": { written: readonly string[]; refused: readonly string[]; staff: string };
  /**
   * A look at the storefront that found something else than the one before. `reasons`: what keeps the banner from showing;
   * `leaks`: hosts and cookies that ran although they were not allowed; `weakRegions`: places (ISO 3166) where Shopify
   * allows more than the law.
   */
  "storefront.examined": { reasons: readonly string[]; leaks: readonly string[]; weakRegions: readonly string[] };
};
