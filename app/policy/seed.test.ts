import { describe, expect, it, test } from "vitest";
import { factById } from "../register/kinds.ts";
import { auditPolicy } from "./audit.ts";
import { regimesOf } from "./document/regimes.ts";
import { sayPolicy } from "./document/say.ts";
import { jeweller, PLACES } from "./document/test-register.ts";
import { policyHtml } from "./document/to-html.ts";
import type { PolicyDocument, Section } from "./document/words.ts";
import { writePolicy } from "./document/write-policy.ts";
import type { IssueCode } from "./issue-codes.ts";
import { issuesOf } from "./issues.ts";
import { readPolicy } from "./reading/read-policy.server.ts";
import { BROKEN, GOOD, TODAY } from "./test-register.ts";
import { POLICY_TEXTS } from "./texts.ts";

/** What a seed statement is made of in the register, and the issue that says so when it isn't true. */
interface Carried {
  facts: readonly string[];
  flag?: IssueCode;
}

/** Every statement of the little jeweller's policy, as facts: what a policy can be written from and held against. */
const STATEMENTS: Readonly<Record<string, Carried>> = {
  S1: { facts: ["store"], flag: "store-unnamed" },
  S2: { facts: ["elements/browser", "elements/ip-address", "elements/time-zone", "elements/cookie-id"] },
  S3: { facts: ["elements/page-view", "elements/search-term", "elements/referrer", "elements/interaction"] },
  S4: { facts: ["terms/device"], flag: "term-undefined" },
  S5: { facts: ["cookies/shopify/_shopify_essential"], flag: "anonymous-identifier" },
  S6: { facts: ["links/cookies-explained"], flag: "link-empty" },
  S7: { facts: ["elements/internet-provider", "elements/access-time"] },
  S8: { facts: ["vendors/google-analytics"], flag: "vendor-not-in-register" },
  S9: { facts: ["elements/name", "elements/billing-address", "elements/shipping-address", "elements/payment-card"] },
  S10: { facts: ["terms/device", "terms/order"], flag: "term-named-twice" },
  S11: { facts: ["purposes/payment", "purposes/delivery", "purposes/invoices"], flag: "element-without-purpose" },
  S12: { facts: ["purposes/service-messages"], flag: "purpose-without-basis" },
  S13: { facts: ["purposes/fraud-screening", "decisions/fraud-screening"], flag: "decision-unsaid" },
  S14: { facts: ["purposes/email-marketing"], flag: "messages-without-consent" },
  S15: { facts: ["purposes/security", "elements/ip-address"], flag: "interest-unnamed" },
  S16: { facts: ["purposes/analytics", "purposes/ad-measurement"], flag: "consent-needed" },
  S17: { facts: ["vendors/klaviyo"], flag: "recipients-by-example" },
  S18: { facts: ["vendors/shopify"], flag: "vendor-link-missing" },
  S19: { facts: ["vendors/google-analytics"], flag: "vendor-link-missing" },
  S20: { facts: ["disclosures/legal-duty"], flag: "disclosures-unsaid" },
  S21: { facts: ["advertising", "purposes/targeted-ads"], flag: "ads-unsaid" },
  S22: { facts: ["links/ads-explained"], flag: "link-empty" },
  S23: { facts: ["vendors/meta"], flag: "ad-vendor-without-opt-out" },
  S24: { facts: ["links/ads-choices-us", "links/ads-choices-eu"], flag: "ads-choices-link-missing" },
  S25: { facts: ["doNotTrack", "globalPrivacyControl"], flag: "do-not-track-contradicted" },
  S26: { facts: ["rights"], flag: "rights-for-europe-only" },
  S27: { facts: ["contacts/email", "contacts/post"], flag: "second-contact-missing" },
  S28: { facts: ["purposes/payment", "purposes/fraud-screening"], flag: "ads-on-legitimate-interests" },
  S29: { facts: ["vendors/google-analytics"], flag: "transfer-without-basis" },
  S30: { facts: ["retention/orders"], flag: "retention-without-end" },
  S31: { facts: ["publication"], flag: "review-overdue" },
  S32: { facts: ["minors"], flag: "minimum-age-unsaid" },
  S33: { facts: ["contacts/email"], flag: "contact-missing" },
  S34: { facts: ["contacts/post", "contacts/privacy-officer"], flag: "second-contact-missing" },
  S35: { facts: ["rights"], flag: "answer-later-than-law" },
  S36: { facts: ["rights"] },
};

/** Every gap of that policy: the issue that a register has while it is open; null where the document always closes it. */
const GAPS: Readonly<Record<string, IssueCode | null>> = {
  G1: "effective-date-missing",
  G2: "consent-needed",
  G3: null,
  G4: null,
  G5: null,
  G6: "transfer-without-basis",
  G7: "retention-missing",
  G8: "eu-representative-needed",
  G9: "recipients-by-example",
  G10: "sale-unsaid",
  G11: "ccpa-reach-unsaid",
  G12: null,
  G13: null,
  G14: "decision-without-review",
  G15: "balancing-missing",
  G16: "link-empty",
  G17: "retention-below-minimum",
  G18: "anonymous-identifier",
  G19: null,
  G20: "language-missing",
};

/** Statements that a policy needs no words for: what they promise is held by the issue alone. */
const HELD_NOT_SAID = ["S10", "S35"];
/** That buyers elsewhere read another language is no gap of one text: the others stand beside it. */
const BESIDE = "G20";

const EVERYWHERE = ["DE", "GB", "US-CA", "CA-QC"];
const register = jeweller(60);
const document = writePolicy({ register, regimes: regimesOf(EVERYWHERE), places: PLACES });
const texts = POLICY_TEXTS["en"] ?? expect.fail("no English");
const audit = auditPolicy(readPolicy(policyHtml(sayPolicy(document, { language: "en", texts }))), EVERYWHERE, TODAY);
const said = new Set<string>(audit.statements.map(({ id }) => id));
const open = new Set<string>(audit.gaps.map(({ id }) => id));
const numbered = (letter: string, count: number) => Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);

/** The facts that at least one sentence or row of a policy rests on. */
function factsSaid({ sections }: PolicyDocument): Set<string> {
  const inSection = ({ blocks, sections: inner }: Section): string[] => [
    ...blocks.flatMap((block) => {
      const pieces = block.kind === "table" ? block.rows : block.kind === "list" ? block.items : block.sentences;
      return pieces.flatMap(({ because }) => because.facts);
    }),
    ...inner.flatMap(inSection),
  ];
  return new Set(sections.flatMap(inSection));
}

const spoken = factsSaid(document);
const codes = (code: IssueCode) => issuesOf(BROKEN[code](GOOD), TODAY).map((issue) => issue.code);

test("no statement and no gap of the seed is left out", () => {
  expect(Object.keys(STATEMENTS)).toEqual(numbered("S", 36));
  expect(Object.keys(GAPS)).toEqual(numbered("G", 20));
});

describe("a statement of the seed is expressible, and true or flagged:", () => {
  it.each(Object.entries(STATEMENTS))("%s", (id, { facts, flag }) => {
    for (const fact of facts) {
      expect(factById(register, fact), fact).toBeDefined();
      expect(spoken, `${fact} carries no sentence`).toContain(fact);
    }
    expect(said.has(id) || HELD_NOT_SAID.includes(id), "the written policy says it").toBe(true);
    if (flag) expect(codes(flag)).toContain(flag);
    else expect(said).toContain(id);
  });
});

describe("a gap of the seed is closed in what is written, and flagged while it is open:", () => {
  it.each(Object.entries(GAPS))("%s", (id, flag) => {
    expect(open.has(id) && id !== BESIDE).toBe(false);
    if (flag) expect(codes(flag)).toContain(flag);
  });
});
