import { describe, expect, test } from "vitest";
import type { EvidenceFacts } from "../evidence/kinds.ts";
import { entrySentence } from "./entry-sentence.ts";

const ID = "0198b2b0-0000-7000-8000-000000000001";
const HASH = "ab".repeat(32);
const LATER = "2027-01-22T10:00:00.000Z";
const HOLD = { hold: ID, ground: "legal-claim", reviewOn: "2027-01-31" };

/** One of each kind: the type makes sure that none is forgotten. */
const SAMPLES: EvidenceFacts = {
  "chain.started": { algorithm: "Ed25519", publicKey: "" },
  "records.sealed": { records: "delivery", count: 3, root: HASH, first: "", last: "" },
  "request.opened": { requestKind: "access", source: "shopify", law: "gdpr", deadline: "2026-12-22T10:00:00.000Z" },
  "request.verified": { by: "mailbox" },
  "request.started": { systems: ["candor", "processor:klaviyo"] },
  "request.extended": { from: LATER, to: LATER, ground: "complex", staff: "f".repeat(32) },
  "request.paused": { ground: "unclear", staff: "f".repeat(32) },
  "request.resumed": { deadline: LATER },
  "request.decided": { decision: "refuse", ground: "excessive", staff: "f".repeat(32) },
  "request.merged": { into: ID },
  "request.link-sent": { purpose: "verify", expiresAt: LATER },
  "request.link-used": { purpose: "verify" },
  "request.attachment-added": {
    attachment: ID,
    purpose: "letter",
    sha256: "0".repeat(64),
    bytes: 2048,
  },
  "request.attachment-opened": { attachment: ID, staff: "f".repeat(32) },
  "request.asked": { system: "shopify", staff: "ab".repeat(16) },
  "request.corrected": { system: "shopify", fields: ["firstName"] },
  "request.flags-set": { system: "shopify", flags: ["restricted"] },
  "request.read-back": { system: "processor:klaviyo", result: "still-there" },
  "request.staff-reminded": { reminder: "most" },
  "request.task-skipped": { system: "processor:klaviyo", staff: "f".repeat(32) },
  "request.task-by-hand": { system: "processor:klaviyo", staff: "f".repeat(32), sha256: "" },
  "request.certificate-issued": { sha256: "0".repeat(64) },
  "request.deadline-changed": { from: "2026-12-22T10:00:00.000Z", to: "2026-12-07T10:00:00.000Z", reason: "law lgpd" },
  "request.collected": { system: "shopify", counts: ["orders: 40", "draft-orders: 1", "metafields: 0"] },
  "request.package-ready": { package: ID, sha256: HASH, bytes: 4_233, expiresAt: "2026-12-22T10:00:00.000Z" },
  "request.package-downloaded": { package: ID, staff: "p" },
  "request.package-removed": { package: ID, reason: "expired" },
  "request.personal-data-revealed": { staff: "p", fields: ["email", "customerId"] },
  "request.held": HOLD,
  "request.released": HOLD,
  "request.task-failed": { system: "shopify", cause: "throttled" },
  "request.closed": { outcome: "partial", unsettled: ["shopify", "processor:klaviyo"] },
  "request.completed": { outcome: "package-ready" },
  "subject.erased": { removed: ["SubjectField: 3", "Package: 1"] },
  "subject.key-destroyed": { keys: 1 },
  "subject.residue-searched": { tables: ["a", "b"], columns: 41, hits: [], total: 0 },
  "staff.role-given": { member: "e".repeat(32), role: "privacy-staff", staff: "f".repeat(32) },
  "desk.rules-changed": { fourEyes: true, staff: "f".repeat(32) },
  "app.installed": { scopes: ["read_customers"] },
  "app.uninstalled": {},
  "app.scopes-updated": { granted: ["read_customers"], missing: ["read_orders"] },
  "keys.rotated": { newestMasterKey: "k2" },
  "delivery.replayed": { delivery: ID, staff: "p" },
  "hold.placed": { ...HOLD, staff: "p" },
  "hold.released": { hold: ID, ground: "legal-claim", staff: "p" },
  "consent.settings-published": { version: 2, hash: HASH, previous: HASH },
  "consent.settings-drifted": { expected: HASH, found: "" },
  "consent.purged": { records: 40, keepMonths: 24 },
  "policy.published": {
    ...{ number: 2, hash: HASH, effectiveOn: "2027-01-01" },
    ...{ languages: ["en", "de"], facts: ["vendors/klaviyo"], staff: "p" },
  },
  "policy.page-written": { page: "cookies", number: 2, sha256: "0".repeat(64) },
  "policy.announced": { number: 2, told: 1, how: "mail", staff: "" },
  "request.certificate-downloaded": { format: "pdf", staff: "p" },
  "integration.changed": { integration: "i", change: "token-made", staff: "p" },
  "retention.ended": { category: "privacy-requests", records: 3, before: "2023-11-27" },
  "retention.approved": { run: "r", category: "customer-profiles", before: "2023-11-27", staff: "p" },
  "retention.carried-out": { run: "r", requests: 12 },
  "retention.looked-through": { category: "reviews", staff: "p" },
  "register.service-decided": { service: "klaviyo", isUsed: true, needs: ["marketing"], hosts: [], staff: "p" },
  "register.changed": { origin: "interview", set: ["minors"], removed: ["purposes/reviews"], staff: "p" },
  "processor.saved": { processor: "klaviyo", connector: "klaviyo", acts: ["delete"], isActive: true, staff: "p" },
  "storefront.policies-written": { written: ["DE", "US-CA"], refused: ["XX"], staff: "p" },
  "storefront.examined": { reasons: ["embed"], leaks: ["cookie _ga"], weakRegions: [] },
  "mail.sent": { mail: ID, template: "received", language: "de", wording: HASH, version: 0 },
  "mail.rejected": { mail: ID, template: "verify", code: 550 },
  "mail.wording-changed": { template: "done", language: "en", version: 2, wording: HASH, staff: "p" },
};

const sentenceOf = (kind: keyof EvidenceFacts) => entrySentence({ kind, facts: SAMPLES[kind] });

describe("an evidence entry's sentence", () => {
  test("says what happened, without codes", () => {
    expect(sentenceOf("request.opened")).toBe("Access request received through Shopify, due 2026-12-22 by GDPR.");
    expect(sentenceOf("request.deadline-changed")).toBe("Deadline moved from 2026-12-22 to 2026-12-07: LGPD applies.");
    expect(sentenceOf("request.collected")).toBe("Collected from Shopify: orders (40), draft orders (1).");
    expect(sentenceOf("request.personal-data-revealed")).toBe(
      "A member of your staff looked at the customer's e-mail, customer id.",
    );
    expect(sentenceOf("subject.residue-searched")).toBe(
      "Searched 41 columns of 2 tables for what might remain: nothing found.",
    );
    expect(sentenceOf("register.service-decided")).toBe("The register now names klaviyo as used, for marketing.");
    expect(sentenceOf("storefront.policies-written")).toBe(
      "Shopify's region policies written for 2 regions; refused for XX.",
    );
    expect(sentenceOf("records.sealed")).toBe("3 webhook deliveries sealed.");
  });

  test("exists for every kind, and ends like one", () => {
    for (const kind of Object.keys(SAMPLES) as (keyof EvidenceFacts)[]) {
      expect(sentenceOf(kind)).toMatch(/^[A-Z0-9].+\.$/);
      expect(sentenceOf(kind)).not.toMatch(/undefined|\[object/);
    }
  });

  test("of a kind that is not known here is its code", () => {
    expect(entrySentence({ kind: "later.kind" as "keys.rotated", facts: { newestMasterKey: "" } })).toBe("later.kind");
  });
});
