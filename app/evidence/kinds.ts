import type { LawId } from "../law/laws.ts";
import type { RequestKind, RequestOutcome, RequestSource, System, VerifiedBy } from "../law/requests.ts";

/** Everything that can stand in a store's evidence chain. A new kind of proof starts here. */
export const EVIDENCE_KINDS = [
  "chain.started",
  "records.sealed",
  "request.opened",
  "request.verified",
  "request.started",
  "request.deadline-changed",
  "request.extended",
  "request.paused",
  "request.resumed",
  "request.decided",
  "request.merged",
  "request.link-sent",
  "request.link-used",
  "request.attachment-added",
  "request.attachment-opened",
  "request.asked",
  "request.corrected",
  "request.flags-set",
  "request.read-back",
  "request.staff-reminded",
  "request.task-skipped",
  "request.task-by-hand",
  "request.certificate-issued",
  "request.certificate-downloaded",
  "request.collected",
  "request.package-ready",
  "request.package-downloaded",
  "request.package-removed",
  "request.personal-data-revealed",
  "request.held",
  "request.released",
  "request.task-failed",
  "request.closed",
  "request.completed",
  "subject.erased",
  "subject.key-destroyed",
  "subject.residue-searched",
  "staff.role-given",
  "desk.rules-changed",
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
  "policy.published",
  "policy.page-written",
  "policy.announced",
  "integration.changed",
  "retention.ended",
  "retention.approved",
  "retention.carried-out",
  "retention.looked-through",
  "register.changed",
  "processor.saved",
  "storefront.policies-written",
  "storefront.examined",
  "mail.sent",
  "mail.rejected",
  "mail.wording-changed",
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
  "request.verified": { by: VerifiedBy };
  /** `systems`: who has a part in it. */
  "request.started": { systems: readonly string[] };
  "request.deadline-changed": { from: string; to: string; reason: string };
  "request.extended": { from: string; to: string; ground: string; staff: string };
  "request.paused": { ground: string; staff: string };
  /** `deadline`: what it is now, with the time of the pause added. */
  "request.resumed": { deadline: string };
  /** `ground`: a code of `law/refusal-grounds.ts`, "" when none is needed. */
  "request.decided": { decision: string; ground: string; staff: string };
  "request.merged": { into: string };
  "request.link-sent": { purpose: string; expiresAt: string };
  "request.link-used": { purpose: string };
  "request.attachment-added": { attachment: string; purpose: string; sha256: string; bytes: number };
  "request.attachment-opened": { attachment: string; staff: string };
  /** A member of staff gave a system its order, with what they may do there. */
  "request.asked": { system: System; staff: string };
  /** `fields`: names of what was changed at the system, and read back. */
  "request.corrected": { system: System; fields: readonly string[] };
  "request.flags-set": { system: System; flags: readonly string[] };
  /** `result`: "gone", "changed", "cannot-be-read" or "nothing-held". */
  "request.read-back": { system: System; result: string };
  /** `reminder`: of `law/reminders.ts`. */
  "request.staff-reminded": { reminder: string };
  "request.task-skipped": { system: System; staff: string };
  /** `sha256`: of the proof that staff entered, "" when they entered words. */
  "request.task-by-hand": { system: System; staff: string; sha256: string };
  /** `sha256`: of the certificate's signed text. */
  "request.certificate-issued": { sha256: string };
  "request.certificate-downloaded": { format: string; staff: string };
  /** `counts`: one `section: count` each. */
  "request.collected": { system: System; counts: readonly string[] };
  "request.package-ready": { package: string; sha256: string; bytes: number; expiresAt: string };
  /** `staff`, or `by`: how its own person proved who they are. */
  "request.package-downloaded": { package: string; staff?: string; by?: VerifiedBy };
  "request.package-removed": { package: string; reason: string };
  "request.personal-data-revealed": { staff: string; fields: readonly string[] };
  "request.held": { hold: string; ground: string; reviewOn: string };
  "request.released": { hold: string; ground: string; reviewOn: string };
  /** Given up: no further try comes by itself. `cause`: a code. */
  "request.task-failed": { system: System; cause: string };
  /** `unsettled`: the systems that are not done, when it was answered in part. */
  "request.closed": { outcome: RequestOutcome; unsettled?: readonly string[] };
  /** A request that was answered in part is done in all systems now. */
  "request.completed": { outcome: RequestOutcome };
  /** `removed`: one `table: rows` each. */
  "subject.erased": { removed: readonly string[] };
  /** `keys`: how many; from here on nothing that was sealed for the person opens, in no backup either. */
  "subject.key-destroyed": { keys: number };
  /** `hits`: one `table.column: rows` each; nothing when nothing was found. */
  "subject.residue-searched": { tables: readonly string[]; columns: number; hits: readonly string[]; total: number };
  /** `member`: who has the role now; `staff`: who gave it, "" when Candor did at their first knock. */
  "staff.role-given": { member: string; role: string; staff: string };
  "desk.rules-changed": { fourEyes: boolean; staff: string };
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
  /** `hash`: SHA-256 of all its texts. `effectiveOn`: a day. `facts`: ids of those that differ from the version before. */
  "policy.published": {
    number: number;
    hash: string;
    effectiveOn: string;
    languages: readonly string[];
    facts: readonly string[];
    staff: string;
  };
  /**
   * Customers were told of a version. `how`: "mail" by Candor, `told` of them; "otherwise" by the store, as staff say.
   * `staff`: "" when it was done by mail.
   */
  /** A page of the store's own that Candor keeps was written, and read back. `sha256`: of what Shopify showed. */
  "policy.page-written": { page: string; number: number; sha256: string };
  "policy.announced": { number: number; told: number; how: "mail" | "otherwise"; staff: string };
  /** `change`: "token-made", "token-revoked", "endpoint-added" or "endpoint-removed". */
  "integration.changed": { integration: string; change: string; staff: string };
  /** Records of a kind that were past their period were ended: those of before the day `before`. */
  "retention.ended": { category: string; records: number; before: string };
  /** Staff approved that whoever is past their period is erased. */
  "retention.approved": { run: string; category: string; before: string; staff: string };
  /** For how many customers an erasure was asked for. */
  "retention.carried-out": { run: string; requests: number };
  /** Staff looked through records that only a person can end. */
  "retention.looked-through": { category: string; staff: string };
  /** What the store said of a service. `needs`: purposes; none when it is essential. `hosts`: where it is held. */
  "register.service-decided": {
    service: string;
    isUsed: boolean;
    needs: readonly string[];
    hosts: readonly string[];
    staff: string;
  };
  /**
   * Facts of the register that were said, seen or claimed anew (`set`) and that hold no longer (`removed`), by their ids.
   * `staff`: "" when a program saw it.
   */
  "register.changed": { origin: string; set: readonly string[]; removed: readonly string[]; staff: string };
  /** A company that holds persons' data was added or changed. `acts`: kinds of request that it has a part in. */
  "processor.saved": {
    processor: string;
    connector: string;
    acts: readonly string[];
    isActive: boolean;
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
  /** `wording`: SHA-256 of subject and text before they were filled in; `version`: 0 for the standard wording. */
  "mail.sent": { mail: string; template: string; language: string; wording: string; version: number };
  /** `code`: what the mail server answered (RFC 5321), 0 when the address could not be written to at all. */
  "mail.rejected": { mail: string; template: string; code: number };
  /** `wording`: as above, "" when the store went back to the standard wording. */
  "mail.wording-changed": { template: string; language: string; version: number; wording: string; staff: string };
};
