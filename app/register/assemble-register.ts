import type { PurposeSet } from "../law/purposes.ts";
import { layFacts, withoutFact } from "./change-facts.ts";
import { PRESET, type Provenance } from "./fact.ts";
import type { AnyFact, BannerFact, Register, VendorFact } from "./facts.ts";
import type { Service } from "./known-service.ts";
import { presetRegister } from "./preset-register.ts";
import { PLATFORM_VENDORS } from "./office-vendors.ts";
import { cookieFacts, shopCookieFacts, vendorFact } from "./vendor-fact.ts";
import { withFollowing } from "./with-following.ts";

/** A service as a store has it: the part of `Registered` that the register needs. */
export type UsedService = Service & { isUsed: boolean };

/** What is kept of a store, from which its register is put together. */
export interface RegisterParts {
  /** All services, with the store's decisions: the source for what its pages load and hold. */
  services: readonly UsedService[];
  /** Facts that were said or seen, in the order of their ids; vendors' among them. */
  facts: readonly AnyFact[];
  /** Ids of usual facts that are not so in this store. */
  removed: readonly string[];
  /** What the banner's settings say; null before they were saved for the first time. */
  banner: Pick<BannerFact, "offered" | "honoursNoTrack" | "forMinors"> | null;
}

const SEEN_IN_SETTINGS: Provenance = { status: "seen", origin: "storefront", ref: "consent-settings" };
const DECIDED: Provenance = { status: "confirmed", origin: "staff", ref: "" };

/**
 * The register of a store: what every store has, less what this one has not, its services with their cookies, what was
 * said and seen, and what follows from it.
 */
export function assembleRegister({ services, facts, removed, banner }: RegisterParts): Register {
  const used = services.filter(({ isUsed }) => isUsed);
  const decided = [...PLATFORM_VENDORS.map((one) => vendorFact(one, PRESET)), ...used.map(asDecided)];
  const usual = removed.reduce(withoutFact, presetRegister());
  const base: Register = {
    ...usual,
    ...bannerFacts(usual, banner),
    vendors: decided,
    cookies: [...shopCookieFacts(PRESET), ...used.flatMap((service) => cookieFacts(service, PRESET))],
  };
  const said = withSaid(base, facts);
  // what staff took in meanwhile is no news any more
  const sightings = said.sightings.filter(({ service }) => !used.some(({ id }) => id === service));
  return withFollowing({ ...said, sightings }, new Set(removed));
}

/** What the banner does, and what it does on "do not track" while nobody says more of it. */
function bannerFacts(usual: Register, settings: RegisterParts["banner"]): Pick<Register, "banner" | "doNotTrack"> {
  const banner = settings ? { ...usual.banner, ...SEEN_IN_SETTINGS, ...settings } : usual.banner;
  return { banner, doNotTrack: { ...usual.doNotTrack, response: banner.honoursNoTrack ? "everywhere" : "ignored" } };
}

function asDecided(service: UsedService): VendorFact {
  return vendorFact(service, DECIDED);
}

/** Facts that were said go over the usual ones. What a vendor needs is always as its service was decided. */
function withSaid(base: Register, facts: readonly AnyFact[]): Register {
  const needs = new Map<string, PurposeSet>(base.vendors.map(({ id, needs }) => [id, needs]));
  const own = facts.map((fact) =>
    "vendor" in fact && needs.has(fact.id) ? { ...fact, needs: needs.get(fact.id) } : fact,
  );
  // a claim never replaces what staff decided, and adds what nobody decided
  return layFacts(base, own as AnyFact[]);
}
