import type { EvidenceFacts, EvidenceKind } from "../evidence/kinds.ts";
import { LAWS } from "../law/laws.ts";
import type { System } from "../law/requests.ts";
import { SECTION_WORDS } from "../package/sections.ts";
import { ORIGIN_WORDS } from "../register/vendor-words.ts";
import { byteText } from "./byte-text.ts";
import { MAIL_WORDS } from "./mails/mail-words.ts";
import {
  GROUND_WORDS,
  KIND_WORDS,
  OUTCOME_WORDS,
  REMINDER_WORDS,
  ROLE_WORDS,
  SOURCE_WORDS,
  systemName,
  VERIFIED_WORDS,
  wordsFor,
} from "./words.ts";

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
  "request.verified": ({ by }) => `Identity established: ${wordsFor(VERIFIED_WORDS, by)}.`,
  "request.started": ({ systems }) => `Work began in ${systems.map((one) => systemName(one as System)).join(", ")}.`,
  "request.extended": ({ from, to }) =>
    `Deadline extended from ${day(from)} to ${day(to)}, and the customer was told why.`,
  "request.paused": () => "The clock was stopped: the customer was asked what they mean.",
  "request.resumed": ({ deadline }) => `The clock runs again, until ${day(deadline)}.`,
  "request.decided": ({ decision, ground, staff }) =>
    `${staff === "" ? "The person" : "A member of your staff"} decided: ${decision.replaceAll("-", " ")}${ground === "" ? "" : ` (${ground.replaceAll("-", " ")})`}.`,
  "request.merged": () => "It asks for the same as another request of the same customer, and went on there.",
  "request.link-sent": ({ purpose, expiresAt }) =>
    `Link for the customer (${purpose.replaceAll("-", " ")}), good until ${day(expiresAt)}.`,
  "request.link-used": ({ purpose }) => `The customer opened their link (${purpose.replaceAll("-", " ")}).`,
  "request.attachment-added": ({ bytes }) => `A file was added (${byteText(bytes)}).`,
  "request.attachment-opened": () => "A member of your staff opened a file of this request.",
  "request.asked": ({ system: at }) => `A member of your staff gave ${systemName(at)} the order.`,
  "request.corrected": ({ system: at, fields }) => `${systemName(at)} now has the corrected ${fields.join(", ")}.`,
  "request.flags-set": ({ system: at, flags }) => `${systemName(at)} now obeys: ${flags.join(", ")}.`,
  "request.read-back": ({ system: at, result }) => `Looked again at ${systemName(at)}: ${result.replaceAll("-", " ")}.`,
  "request.staff-reminded": ({ reminder }) => `Your staff were reminded: ${wordsFor(REMINDER_WORDS, reminder)}.`,
  "request.task-skipped": ({ system: of }) => `A member of your staff skipped ${systemName(of)}, with a reason.`,
  "request.task-by-hand": ({ system: of }) =>
    `A member of your staff did ${systemName(of)}'s part by hand, with a proof.`,
  "request.certificate-issued": () => "Certificate issued.",
  "request.deadline-changed": ({ from, to, reason }) =>
    `Deadline moved from ${day(from)} to ${day(to)}: ${wordsFor(LAW_NAMES, reason.replace(/^law /, ""))} applies.`,
  "request.collected": ({ system: from, counts }) => `Collected from ${systemName(from)}: ${countText(counts)}.`,
  "request.package-ready": ({ bytes, expiresAt }) =>
    `Package written (${byteText(bytes)}), to be downloaded until ${day(expiresAt)}.`,
  "request.package-downloaded": ({ by }) =>
    by === undefined
      ? "Package downloaded by a member of your staff."
      : `Package downloaded by its person: ${wordsFor(VERIFIED_WORDS, by)}.`,
  "request.package-removed": ({ reason }) =>
    reason === "expired" ? "Package removed: its 30 days were over." : "Package removed: the customer was erased.",
  "request.personal-data-revealed": ({ fields }) =>
    `A member of your staff looked at the customer's ${fields.map((field) => wordsFor(FIELD_WORDS, field)).join(", ")}.`,
  "request.held": ({ ground, reviewOn }) =>
    `Erasure paused by a legal hold: ${wordsFor(GROUND_WORDS, ground)}. Review on ${reviewOn}.`,
  "request.released": () => "Legal hold released: erasure goes on.",
  "request.task-failed": ({ system: of, cause }) => `Given up at ${systemName(of)}: ${cause.replaceAll("-", " ")}.`,
  "request.closed": ({ outcome, unsettled = [] }) =>
    `Request closed: ${wordsFor(OUTCOME_WORDS, outcome)}${unsettled.length === 0 ? "" : `; not done: ${unsettled.map((one) => systemName(one as System)).join(", ")}`}.`,
  "request.completed": ({ outcome }) => `Done in every system now: ${wordsFor(OUTCOME_WORDS, outcome)}.`,
  "subject.erased": ({ removed }) => `Customer erased: ${plural(removed.length, "table")} cleaned.`,
  "subject.key-destroyed": () =>
    "The customer's key was destroyed: nothing of them opens any more, in no backup either.",
  "subject.residue-searched": ({ tables, columns, total }) =>
    `Searched ${plural(columns, "column")} of ${plural(tables.length, "table")} for what might remain: ${
      total === 0 ? "nothing found" : plural(total, "hit")
    }.`,
  "staff.role-given": ({ role, staff }) =>
    `A member of your staff became ${wordsFor(ROLE_WORDS, role)}${staff === "" ? " on opening Candor" : ""}.`,
  "desk.rules-changed": ({ fourEyes }) =>
    `From now on a deletion needs the yes of ${fourEyes ? "two members" : "one member"} of your staff.`,
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
  "policy.published": ({ number, effectiveOn, languages }) =>
    `Privacy policy, version ${number}, published in ${plural(languages.length, "language")}, in force from ${effectiveOn}.`,
  "policy.page-written": ({ page, number }) =>
    `The store’s ${page === "cookies" ? "cookie" : "opt-out"} page was written as version ${number} of the policy says, and read back.`,
  "policy.announced": ({ number, told, how }) =>
    how === "mail"
      ? `${plural(told, "customer")} told by mail of version ${number} of the privacy policy.`
      : `The store has told its customers itself of version ${number} of the privacy policy.`,
  "request.certificate-downloaded": ({ format }) => `Staff downloaded the certificate (${format.toUpperCase()}).`,
  "integration.changed": ({ change }) =>
    `An owner changed how the store’s own tools take part: ${change.replace("-", " ")}.`,
  "retention.ended": ({ category, records, before }) =>
    `${plural(records, "record")} of “${category}” from before ${before} removed: their period was over.`,
  "retention.approved": ({ category, before }) =>
    `The erasure of “${category}” without a change since ${before} was approved.`,
  "retention.carried-out": ({ requests }) => `${plural(requests, "erasure")} asked for by a retention rule.`,
  "retention.looked-through": ({ category }) =>
    `Staff looked through “${category}” and ended what was past its period.`,
  "register.service-decided": ({ service, isUsed, needs }) => {
    const use = needs.length === 0 ? "as essential" : `for ${needs.join(", ")}`;
    return `The register now names ${service} ${isUsed ? "as used" : "as not used"}, ${use}.`;
  },
  "register.changed": ({ origin, set, removed }) => {
    const counts = [
      set.length > 0 && `${plural(set.length, "fact")} set`,
      removed.length > 0 && `${removed.length} removed`,
    ];
    return `The register changed, ${wordsFor(ORIGIN_WORDS, origin)}: ${counts.filter(Boolean).join(", ")}.`;
  },
  "processor.saved": ({ processor, acts, isActive }) =>
    isActive
      ? `Processor ${processor} kept: it has a part in ${plural(acts.length, "kind")} of request.`
      : `Processor ${processor} turned off: it has no part in new requests.`,
  "storefront.policies-written": ({ written, refused }) =>
    `Shopify's region policies written for ${plural(written.length, "region")}${refused.length === 0 ? "" : `; refused for ${refused.join(", ")}`}.`,
  "storefront.examined": ({ reasons, leaks, weakRegions }) =>
    `Storefront examined: ${plural(reasons.length, "reason")} why the banner may not show, ${plural(leaks.length, "leak")}, ${plural(weakRegions.length, "region")} where Shopify allows more than the law.`,
  "mail.sent": ({ template, language }) => `Mail sent: ${wordsFor(MAIL_WORDS, template)} (${language}).`,
  "mail.rejected": ({ template, code }) =>
    `The mail server refused a mail for good${code === 0 ? "" : ` (${String(code)})`}: ${wordsFor(MAIL_WORDS, template)}.`,
  "mail.wording-changed": ({ template, language, wording }) =>
    `The mail “${wordsFor(MAIL_WORDS, template)}” (${language}) has ${wording === "" ? "its standard wording again" : "a new wording"}.`,
};

/** What an evidence entry says, as a sentence for staff. A kind of a later version is named by its code. */
export function entrySentence({ kind, facts }: Pick<Entry, "kind" | "facts">): string {
  const sentence = (SENTENCES as Partial<Record<string, (facts: never) => string>>)[kind];
  return sentence ? sentence(facts as never) : kind;
}
