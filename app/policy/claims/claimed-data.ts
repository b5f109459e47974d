import type { DataElement } from "../../register/elements.ts";
import type { AnyFact } from "../../register/facts.ts";
import { usualElement, usualPurpose } from "../../register/preset-register.ts";
import type { ProcessingPurpose } from "../../register/processing-purposes.ts";
import type { PolicyAudit } from "../audit.ts";
import type { StatementId } from "../statements/catalogue.ts";
import { claimedBy, saidIn } from "./said.ts";

type Told<Thing> = readonly (readonly [thing: Thing, by: StatementId, words: RegExp])[];

/** How policies call the elements, in the sentences that say what is collected. */
const ELEMENTS: Told<DataElement> = [
  ["ip-address", "S2", /\bip\b|internet protocol/i],
  ["browser", "S2", /browser|user.agent|operating system|device/i],
  ["time-zone", "S2", /time ?zone/i],
  ["language-setting", "S2", /\blanguage/i],
  ["internet-provider", "S7", /internet (service )?provider|\bisp\b/i],
  ["access-time", "S7", /date|time/i],
  ["approximate-location", "S2", /location|geograph|city/i],
  ["cookie-id", "S5", /cookie/i],
  ["page-view", "S3", /page|section/i],
  ["product-view", "S3", /product|item/i],
  ["search-term", "S3", /search|quer(y|ies)/i],
  ["referrer", "S3", /refer|came from|brought you|sent you|reached/i],
  ["interaction", "S3", /interact|click|scroll|navigat|time (you )?spen|how long/i],
  ["cart", "S3", /\bcart\b|basket/i],
  ["name", "S9", /\bnames?\b/i],
  ["email", "S9", /e-?mail/i],
  ["phone", "S9", /phone|mobile|\bcell/i],
  ["billing-address", "S9", /billing|address/i],
  ["shipping-address", "S9", /shipping|delivery|address/i],
  ["payment-card", "S9", /card|payment|bank/i],
  ["account-credentials", "S69", /password|user ?name|credential|log.?in|account/i],
  ["support-message", "S83", /./],
  ["review", "S71", /review|comment|rating/i],
  ["photo", "S71", /photo|picture|image/i],
  ["survey-answer", "S71", /survey/i],
  ["marketing-consent", "S70", /./],
];

/** How policies call the purposes. */
const PURPOSES: Told<ProcessingPurpose> = [
  ["payment", "S11", /pay|charg|transaction|billing/i],
  ["delivery", "S11", /ship|deliver|dispatch|parcel|fulfil|order/i],
  ["invoices", "S11", /invoice|bookkeep|accounting/i],
  ["returns", "S11", /return|refund|exchange/i],
  ["service-messages", "S12", /order|ship|notif|update|communicat|inform|contact/i],
  ["support", "S12", /question|quer|enquir|inquir|support|service|answer|respon|request|communicat/i],
  ["customer-account", "S69", /account|regist/i],
  ["fraud-screening", "S13", /./],
  ["security", "S15", /./],
  ["analytics", "S16", /./],
  ["ad-measurement", "S16", /marketing|campaign|advert/i],
  ["targeted-ads", "S21", /./],
  ["email-marketing", "S14", /e-?mail|newsletter|promot|offer|marketing|information|bulletin/i],
  ["sms-marketing", "S14", /\bsms\b|\btexts?\b/i],
  ["reviews", "S71", /review|rating/i],
  ["loyalty", "S14", /loyalty|rewards?|points/i],
];

/** The elements and purposes that a policy says it has, as they usually are: it seldom says more of one. */
export function claimedData(audit: PolicyAudit): AnyFact[] {
  return [
    ...told(audit, ELEMENTS).map(([element, by]) => usualElement(element, claimedBy(by))),
    ...told(audit, PURPOSES).map(([purpose, by]) => usualPurpose(purpose, claimedBy(by))),
  ];
}

function told<Thing>(audit: PolicyAudit, table: Told<Thing>): [Thing, StatementId][] {
  return table.filter(([, by, words]) => words.test(saidIn(audit, by))).map(([thing, by]) => [thing, by]);
}
