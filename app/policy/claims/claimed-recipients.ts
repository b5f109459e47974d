import { listed } from "../../register/change-facts.ts";
import {
  DISCLOSURE_GROUNDS,
  SECURITY_MEASURES,
  type DisclosureGround,
  type LinkKind,
  type SecurityMeasure,
} from "../../register/fact-lists.ts";
import type { AnyFact } from "../../register/facts.ts";
import type { Service } from "../../register/known-service.ts";
import { vendorFact } from "../../register/vendor-fact.ts";
import { VENDORS } from "../../register/vendors.ts";
import type { PolicyAudit } from "../audit.ts";
import type { StatementId } from "../statements/catalogue.ts";
import { claimedBy, saidIn } from "./said.ts";

/** Where policies name recipients. */
const NAMING = [
  "S17",
  "S18",
  "S19",
  "S49",
  "S65",
  "S72",
  "S8",
  "S23",
  "S29",
  "S55",
] as const satisfies readonly StatementId[];

/** Services that policies call otherwise than the register does, and names that are ordinary words when written small. */
const SPEAKS_FOR: Readonly<Record<string, RegExp>> = {
  "google-ads": /google (?:ads|adwords|marketing|advertising)|adwords/i,
  doubleclick: /doubleclick|google marketing platform/i,
  youtube: /\byoutube\b/i,
  meta: /\bmeta\b|facebook|instagram/i,
  tiktok: /\btik ?tok\b/i,
  pinterest: /\bpinterest\b/i,
  snap: /\bsnap(?:chat| pixel| inc)\b/i,
  "microsoft-uet": /\b(?:microsoft|bing) (?:ads|advertising)\b|\bUET\b/i,
  linkedin: /\blinkedin\b/i,
  x: /\btwitter\b|\bX (?:pixel|corp|ads)\b/i,
  reddit: /\breddit\b/i,
  "amazon-ads": /\bamazon (?:ads|advertising)\b/i,
  segment: /\btwilio segment\b|\bsegment\.(?:com|io)\b/i,
  matomo: /\bmatomo\b/i,
  vimeo: /\bvimeo\b/i,
  recaptcha: /\brecaptcha\b/i,
  heap: /\bHeap\b/,
  attentive: /\bAttentive\b/,
  privy: /\bPrivy\b/,
  postscript: /\bPostscript\b/,
  affirm: /\bAffirm\b/,
  recharge: /\bRecharge\b/,
  amplitude: /\bAmplitude\b/,
  intercom: /\bIntercom\b/,
};

const GROUNDS: Readonly<Record<DisclosureGround, readonly [StatementId, RegExp]>> = {
  "legal-duty": ["S20", /law|legal|regulation|statut|oblig/i],
  "authority-request": ["S20", /subpoena|warrant|court|authorit|police|government|lawful request|order/i],
  "protect-rights": ["S20", /protect|defend|enforce|our rights|claims/i],
  "business-transfer": ["S67", /./],
};

const MEASURES: Readonly<Record<SecurityMeasure, RegExp>> = {
  "encryption-in-transit": /\bssl\b|\btls\b|https|encrypt(?!ed at rest)/i,
  "encryption-at-rest": /at rest|aes|stored encrypted|encrypted (?:storage|database)/i,
  "access-by-role":
    /restricted access|access control|only (?:those|staff|employees|people)|need to know|authori[sz]ed/i,
  "two-step-sign-in": /two.(?:step|factor)|2fa|multi.factor/i,
  backups: /back.?ups?\b/i,
  "staff-duty-of-secrecy": /confidentiality|secrecy|bound to/i,
};

const LINKS: Readonly<Record<LinkKind, readonly [StatementId, RegExp]>> = {
  "cookies-explained": ["S6", /https?:\/\/\S*cookies?\S*|(?:www\.)?(?:all)?aboutcookies\.org\S*/i],
  "ads-explained": ["S22", /https?:\/\/\S+/i],
  "ads-choices-us": ["S24", /(?:https?:\/\/)?(?:optout\.)?aboutads\.info\S*|(?:https?:\/\/)?youradchoices\.com\S*/i],
  "ads-choices-ca": ["S24", /(?:https?:\/\/)?youradchoices\.ca\S*/i],
  "ads-choices-eu": ["S24", /(?:https?:\/\/)?(?:www\.)?youronlinechoices\.\S+/i],
  "shopify-privacy": ["S18", /(?:https?:\/\/)?(?:www\.)?shopify\.com\/legal\/privacy\S*/i],
};

/** Who gets data as a policy says it, by which links it explains that, and how data are guarded. */
export function claimedRecipients(audit: PolicyAudit): AnyFact[] {
  const names = saidIn(audit, ...NAMING);
  const vendors = VENDORS.filter((service) => isNamed(service, names));
  return [
    ...vendors.map((service) => vendorFact(service, claimedBy("S17"))),
    ...DISCLOSURE_GROUNDS.filter((ground) => GROUNDS[ground][1].test(saidIn(audit, GROUNDS[ground][0]))).map((ground) =>
      listed("disclosures", { ...claimedBy(GROUNDS[ground][0]), ground }),
    ),
    ...SECURITY_MEASURES.filter((measure) => MEASURES[measure].test(saidIn(audit, "S66"))).map((measure) =>
      listed("measures", { ...claimedBy("S66"), measure }),
    ),
    ...(Object.keys(LINKS) as LinkKind[]).flatMap((link) => claimedLink(audit, link)),
  ];
}

function isNamed({ id, name }: Service, text: string): boolean {
  const own = SPEAKS_FOR[id];
  if (own) return own.test(text);
  return new RegExp(`(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}])`, "iu").test(
    text,
  );
}

function claimedLink(audit: PolicyAudit, link: LinkKind): AnyFact[] {
  const [by, address] = LINKS[link];
  const found = address.exec(saidIn(audit, by))?.[0].replace(/[.,;:)"'”’]+$/, "");
  if (found === undefined) return [];
  const url = found.replace(/^(?:http:\/\/)?(?!https:\/\/)/, "https://");
  return [listed("links", { ...claimedBy(by), link, url })];
}
