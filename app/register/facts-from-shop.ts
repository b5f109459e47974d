import { listed } from "./change-facts.ts";
import type { AnyFact, SightingFact } from "./facts.ts";
import type { Provenance } from "./fact.ts";
import { usualPurpose } from "./preset-register.ts";
import { vendorById } from "./vendors.ts";

/** What Shopify says of a store: the part that its register begins with. */
export interface ShopSetup {
  name: string;
  contactEmail: string;
  /** The primary domain first. */
  domains: readonly string[];
  /** The company in the store's address; null when there is none. */
  company: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  shipsTo: readonly string[];
  asksForTextsAtCheckout: boolean;
  /** Names and handles of services that send goods for the store. */
  fulfilment: readonly string[];
  /** As Shopify names them: "AMAZON_PAY", "SHOPIFY_PAY" … */
  wallets: readonly string[];
  /** Published languages; null when Candor may not ask. */
  languages: readonly { locale: string; primary: boolean }[] | null;
}

const SEEN: Provenance = { status: "seen", origin: "shopify", ref: "" };
/** Where Candor's form for requests answers, on the shop's own domain. */
const FORM_PATH = "/apps/privacy";
/** Wallets of companies that are no part of Shopify and that the register knows. */
const WALLETS: Readonly<Record<string, string>> = { AMAZON_PAY: "amazon-pay" };

/** What a register can take from Shopify's own settings, as facts that were seen. */
export function factsFromShop(setup: ShopSetup): AnyFact[] {
  const { name, company, country, domains, contactEmail, languages } = setup;
  return [
    { ...SEEN, id: "store", legalName: company ?? "", tradingName: name, country: country ?? "", domains },
    ...(contactEmail === "" ? [] : [contact("email", contactEmail)]),
    ...domains.slice(0, 1).map((domain) => contact("form", `https://${domain}${FORM_PATH}`)),
    ...setup.shipsTo.map((code) => listed("markets", { ...SEEN, country: code })),
    ...(languages ?? []).map(({ locale, primary }) =>
      listed("languages", { ...SEEN, language: locale, isPrimary: primary }),
    ),
    ...(setup.asksForTextsAtCheckout ? [usualPurpose("sms-marketing", SEEN)] : []),
    ...servicesAt(setup),
  ];
}

const contact = (kind: "email" | "form", value: string) =>
  listed("contacts", { ...SEEN, contact: kind, name: "", value });

function servicesAt({ fulfilment, wallets }: ShopSetup): SightingFact[] {
  const ids = [
    ...fulfilment.map((handle) => handle.toLowerCase().replace(/[^a-z0-9]+/g, "-")),
    ...wallets.flatMap((wallet) => WALLETS[wallet] ?? []),
  ];
  return [...new Set(ids)].flatMap((service) => {
    const known = vendorById(service);
    if (!known) return [];
    return [listed("sightings", { ...SEEN, service, name: known.name, isKnown: true, hosts: [], cookies: [] })];
  });
}
