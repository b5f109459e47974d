import type { MailFacts, MailTemplate } from "./templates.ts";

/** Facts of an invented person, one set for each mail, with every optional part. */
interface ExampleFacts {
  readonly facts: { readonly [T in MailTemplate]: MailFacts<T> };
}

const DAY_MS = 86_400_000;

/** Facts to try a wording with. `now` gives the dates something to count from. */
export function exampleFacts(now: Date): ExampleFacts["facts"] {
  const inDays = (days: number) => new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
  const kind = "access";
  const [link, deadline, expires] = ["https://shop.example/a/request/example", inDays(30), inDays(7)];
  const authority = { authority: "Data Protection Commission", authorityLink: "https://authority.example/complaint" };
  return {
    received: { kind, deadline, link },
    verify: { kind, link, expires },
    "verify-reminder": { kind, link, expires },
    verified: { kind, deadline, link },
    "asked-for-you": { kind, link },
    extended: { kind, deadline: inDays(90), why: "complex", reason: "Your orders go back eleven years." },
    clarification: {
      kind,
      question: "Which of your two accounts do you mean?\nThe one of 2019, or the newer one?",
      link,
    },
    done: { kind, link, expires: inDays(30) },
    "open-package": { link, expires: new Date(now.getTime() + 3_600_000).toISOString() },
    "done-deleted": {
      ...{ invoicesUntil: `${String(now.getUTCFullYear() + 8)}-12-31`, invoicesLaw: "AO §147, HGB §257" },
      ...{ ground: "legal-claims", kept: "The letters about your complaint of last May." },
    },
    "done-corrected": { changes: ["First name", "Telephone"] },
    "done-restricted": {},
    "done-objected": {},
    "done-opted-out": {},
    "done-limited": {},
    "done-withdrawn": {},
    "done-nothing-found": { kind },
    partial: { kind, done: ["Shopify"], missing: ["Klaviyo", "Mailchimp"], link, expires: inDays(30) },
    refused: {
      ...{
        kind,
        ground: "excessive",
        article: "GDPR art. 12(5)(b)",
        explanation: "We sent you everything on 3 March.",
      },
      ...authority,
      appealLink: link,
    },
    "appeal-received": { kind, deadline },
    "appeal-decided": { kind, explanation: "Nothing has changed since our first answer.", ...authority },
    expired: { kind, link },
    "policy-changed": { link, effective: inDays(14) },
    "processor-errand": {
      ...{ kind: "delete", link, deadline, processor: "Mailpost Ltd", email: "anna@shopper.example" },
      ...{ customerId: "7013345678901", phone: "+49 171 0000000" },
    },
    "staff-new-request": { kind, deadline, link },
    "staff-hold-review": { reviewOn: "2026-12-22", link: "https://admin.shopify.com/store/rosewood/apps/candor" },
    "staff-reminder": { kind, deadline, link },
    test: { at: now.toISOString() },
  };
}
