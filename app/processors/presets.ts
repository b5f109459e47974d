import type { ConnectorKind } from "./connectors.ts";
import { ERRAND_ACTS, type ErrandAct } from "./errand.ts";

/** How a processor is best asked, before the store says anything. */
export interface Preset {
  connector: ConnectorKind;
  acts: readonly ErrandAct[];
  /** The page of the service on which staff looks up one person; "" where none is known. */
  link: string;
}

/** What every processor must be able to do for a store (GDPR art. 28(3)(e)). */
const USUAL: readonly ErrandAct[] = ["access", "portability", "correct", "delete"];

/** Services that Candor speaks to itself. */
const OWN_API: Readonly<Record<string, Preset>> = {
  klaviyo: { connector: "klaviyo", acts: ERRAND_ACTS, link: "https://www.klaviyo.com/people" },
  mailchimp: { connector: "mailchimp", acts: ERRAND_ACTS, link: "https://admin.mailchimp.com/audience/contacts" },
  // what is measured of a person ends with their choice on the storefront; only what is stored is asked for
  "google-analytics": {
    connector: "google-analytics",
    acts: ["access", "delete"],
    link: "https://analytics.google.com/analytics/web/",
  },
};

/** Pages on which staff finds one person, for services that are asked by mail or by hand. */
const LINKS: Readonly<Record<string, string>> = {
  attentive: "https://ui.attentivemobile.com/subscribers/search",
  gorgias: "https://www.gorgias.com/login",
  hubspot: "https://app.hubspot.com/contacts",
  intercom: "https://app.intercom.com/",
  "judge-me": "https://judge.me/settings",
  omnisend: "https://app.omnisend.com/audience",
  recharge: "https://admin.rechargeapps.com/",
  zendesk: "https://www.zendesk.com/login/",
};

/** Services that send messages to people or show them advertisements: also asked to stop. */
const TO_PEOPLE = new Set([
  ...["omnisend", "attentive", "postscript", "yotpo", "privy", "pushowl", "hubspot", "brevo", "sendlane"],
  ...["meta", "tiktok", "pinterest", "snap", "google-ads", "criteo", "adroll", "retention"],
]);

/**
 * How a known service (by its id in the register) is best asked: by its own API where Candor speaks it, else by mail to
 * its privacy contact.
 */
export function presetFor(vendor: string | null): Preset {
  const own = vendor === null ? undefined : OWN_API[vendor];
  if (own) return own;
  const acts = vendor !== null && TO_PEOPLE.has(vendor) ? ERRAND_ACTS : USUAL;
  return { connector: "email", acts, link: vendor === null ? "" : (LINKS[vendor] ?? "") };
}
