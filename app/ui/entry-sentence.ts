import type { EvidenceFacts, EvidenceKind } from "../evidence/kinds.ts";
import { LAWS } from "../law/deadlines.ts";
import { SECTION_WORDS } from "../package/sections.ts";
import { byteText } from "./byte-text.ts";
import { GROUND_WORDS, KIND_WORDS, OUTCOME_WORDS, SOURCE_WORDS, SYSTEM_WORDS, wordsFor } from "./words.ts";

/** An evidence entry as the pages get it. */
export interface Entry {
  seq: number;
  /** ISO 8601. */
  at: string;
  kind: EvidenceKind;
  subject: string | null;
  request: string | null;
  facts: EvidenceFacts[EvidenceKind];
  hash: string;
}

const SECTION_NAMES = Object.fromEntries(
  Object.entries(SECTION_WORDS).map(([section, { title }]) => [section, title.toLowerCase()]),
);
const LAW_NAMES = Object.fromEntries(Object.entries(LAWS).map(([id, { name }]) => [id, name]));

/** `2026-12-22T…` → `2026-12-22`: a day everybody reads the same way. */
const day = (time: string) => time.slice(0, 10);
const plural = (count: number, one: string) => `${String(count)} ${one}${count === 1 ? "" : "s"}`;
const system = (code: string) => wordsFor(SYSTEM_WORDS, code);

/** `orders: 40` → `orders (40)`; sections without an item are left out. */
function countText(counts: readonly string[]): string {
  const found = counts.flatMap((one) => {
    const [section = "", count = ""] = one.split(": ");
    return count === "0" ? [] : [`${wordsFor(SECTION_NAMES, section)} (${count})`];
  });
  return found.length === 0 ? "nothing was there" : found.join(", ");
}

const FIELD_WORDS = { customerId: "customer id", email: "e-mail", phone: "telephone" };

const SENTENCES: { readonly [K in EvidenceKind]: (facts: EvidenceFacts[K]) => string } = {
  "chain.started": () => "The evidence chain began, and named the key that signs it.",
  "records.sealed": ({ count, records }) =>
    records === "consent"
      ? `${plural(count, "consent record")} sealed.`
      : `${String(count)} webhook ${count === 1 ? "delivery" : "deliveries"} sealed.`,
  "request.opened": ({ requestKind, source, law, deadline }) =>
    `${wordsFor(KIND_WORDS, requestKind)} request received through ${wordsFor(SOURCE_WORDS, source)}, due ${day(deadline)} by ${wordsFor(LAW_NAMES, law)}.`,
  "request.deadline-changed": ({ from, to, reason }) =>
    `Deadline moved from ${day(from)} to ${day(to)}: ${wordsFor(LAW_NAMES, reason.replace(/^law /, ""))} applies.`,
  "request.collected": ({ system: from, counts }) => `Collected from ${system(from)}: ${countText(counts)}.`,
  "request.package-ready": ({ bytes, expiresAt }) =>
    `Package written (${byteText(bytes)}), to be downloaded until ${day(expiresAt)}.`,
  "request.package-downloaded": () => "Package downloaded by a member of your staff.",
  "request.package-removed": ({ reason }) =>
    reason === "expired" ? "Package removed: its 30 days were over." : "Package removed: the customer was erased.",
  "request.personal-data-revealed": ({ fields }) =>
    `A member of your staff looked at the customer's ${fields.map((field) => wordsFor(FIELD_WORDS, field)).join(", ")}.`,
  "request.held": ({ ground, reviewOn }) =>
    `Erasure paused by a legal hold: ${wordsFor(GROUND_WORDS, ground)}. Review on ${reviewOn}.`,
  "request.released": () => "Legal hold released: erasure goes on.",
  "request.task-done": ({ system: of }) => `${system(of)} did its part.`,
  "request.task-failed": ({ system: of, cause }) => `${system(of)} failed: ${cause}.`,
  "request.closed": ({ outcome }) => `Request closed: ${wordsFor(OUTCOME_WORDS, outcome)}.`,
  "subject.erased": ({ removed }) => `Customer erased: ${plural(removed.length, "table")} cleaned.`,
  "subject.key-destroyed": () =>
    "The customer's key was destroyed: nothing of them opens any more, in no backup either.",
  "subject.residue-searched": ({ tables, columns, total }) =>
    `Searched ${plural(columns, "column")} of ${plural(tables.length, "table")} for what might remain: ${
      total === 0 ? "nothing found" : plural(total, "hit")
    }.`,
  "app.installed": ({ scopes }) => `Candor was installed with ${plural(scopes.length, "access scope")}.`,
  "app.uninstalled": () => "Candor was uninstalled.",
  "app.scopes-updated": ({ granted, missing }) =>
    `Access scopes changed: ${String(granted.length)} granted, ${missing.length === 0 ? "none missing" : `missing: ${missing.join(", ")}`}.`,
  "keys.rotated": () => "The master key was rotated.",
  "delivery.replayed": () => "A member of your staff had a webhook delivery tried again.",
  "hold.placed": ({ ground, reviewOn }) =>
    `Legal hold placed: ${wordsFor(GROUND_WORDS, ground)}. Review on ${reviewOn}.`,
  "hold.released": () => "Legal hold released.",
  "consent.settings-published": ({ version }) => `Consent settings, version ${version}, published to the storefront.`,
  "consent.settings-drifted": ({ found }) =>
    found === ""
      ? "The consent settings were missing on the storefront."
      : "The storefront had other consent settings than those that were published.",
  "consent.purged": ({ records, keepMonths }) =>
    `${plural(records, "consent record")} removed, ${plural(keepMonths, "month")} after they ended.`,
  "register.service-decided": ({ service, isUsed, needs }) => {
    const use = needs.length === 0 ? "as essential" : `for ${needs.join(", ")}`;
    return `The register now names ${service} ${isUsed ? "as used" : "as not used"}, ${use}.`;
  },
  "storefront.policies-written": ({ written, refused }) =>
    `Shopify's region policies written for ${plural(written.length, "region")}${refused.length === 0 ? "" : `; refused for ${refused.join(", ")}`}.`,
  "storefront.examined": ({ reasons, leaks, weakRegions }) =>
    `Storefront examined: ${plural(reasons.length, "reason")} why the banner may not show, ${plural(leaks.length, "leak")}, ${plural(weakRegions.length, "region")} where Shopify allows more than the law.`,
};

/** What an evidence entry says, as a sentence for staff. A kind of a later version is named by its code. */
export function entrySentence({ kind, facts }: Pick<Entry, "kind" | "facts">): string {
  const sentence = (SENTENCES as Partial<Record<string, (facts: never) => string>>)[kind];
  return sentence ? sentence(facts as never) : kind;
}
