import { inTransaction } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { PlainProblem } from "../jobs/cause.ts";
import type { AdminGraphql } from "../shopify/admin-graphql.server.ts";
import type { ConsentPolicyInput } from "../shopify/generated/operations.ts";
import { CONSENT_POLICIES, WRITE_CONSENT_POLICIES } from "../shopify/operations/storefront.ts";
import { pseudonym } from "../vault/subject-key.server.ts";
import { findDrift, placeOf, wantedPolicies, type PolicyDrift, type RegionPolicy } from "./region-policy.ts";

/**
 * How ids of Shopify's own defaults begin, which stand where nobody set a policy.
 * https://shopify.dev/docs/api/admin-graphql/latest/objects/ConsentPolicy
 */
const SYSTEM_DEFAULT = "/SD-";

/** Policies in one call; Shopify takes 250 items in a list (https://shopify.dev/docs/api/usage/limits). */
const AT_ONCE = 100;

/** Shopify's region policies beside the law. */
export interface RegionPolicies {
  present: RegionPolicy[];
  drift: PolicyDrift;
}

/** What became of writing. "banner-on": Shopify takes no policies from apps while its own banner is on. */
export type Written =
  { kind: "banner-on" } | { kind: "written"; written: string[]; refused: string[]; drift: PolicyDrift };

/** Reads Shopify's region policies and compares them with the law. Throws `ShopifyRefused`. */
export async function readRegionPolicies(_shop: string, admin: AdminGraphql): Promise<RegionPolicies> {
  const { consentPolicy, consentPolicyRegions, shop } = await admin(CONSENT_POLICIES, {});
  const present = consentPolicy.flatMap(({ id, countryCode, regionCode, ...policy }) => {
    const [consentRequired, dataSaleOptOutRequired] = [policy.consentRequired, policy.dataSaleOptOutRequired];
    if (countryCode === null) return [];
    const asks = { consentRequired: consentRequired === true, dataSaleOptOutRequired: dataSaleOptOutRequired === true };
    const isSet = !id.includes(SYSTEM_DEFAULT) || asks.consentRequired || asks.dataSaleOptOutRequired;
    return isSet ? [{ countryCode, regionCode, ...asks }] : [];
  });
  const known = consentPolicyRegions.flatMap(({ countryCode, regionCode }) =>
    countryCode === null ? [] : [{ countryCode, regionCode }],
  );
  return { present, drift: findDrift(wantedPolicies(known, shop.shipsToCountries), present) };
}

/**
 * Writes the region policies that are missing or too weak, reads them back, and keeps evidence of what then stands.
 * Nothing is loosened. Safe to repeat. Throws `ShopifyRefused`.
 */
export async function writeRegionPolicies(
  shop: string,
  admin: AdminGraphql,
  { staff, now }: { staff: string; now: Date },
): Promise<Written> {
  const before = await readRegionPolicies(shop, admin);
  const wanted = [...before.drift.missing, ...before.drift.weaker];
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    if ((await writeSome(admin, wanted.slice(at, at + AT_ONCE))) === "banner-on") return { kind: "banner-on" };
  }
  const { drift } = await readRegionPolicies(shop, admin);
  const still = new Set([...drift.missing, ...drift.weaker].map(placeOf));
  const written = wanted.map(placeOf).filter((place) => !still.has(place));
  const refused = wanted.map(placeOf).filter((place) => still.has(place));
  if (written.length > 0) {
    const by = await pseudonym(shop, `staff ${staff}`);
    await inTransaction((tx) =>
      appendEvidence(tx, shop, {
        ...{ at: now, kind: "storefront.policies-written" },
        facts: { written, refused, staff: by },
      }),
    );
  }
  return { kind: "written", written, refused, drift };
}

/** A list with one policy that Shopify refuses may be refused as a whole: then each goes by itself. */
async function writeSome(admin: AdminGraphql, policies: readonly RegionPolicy[]): Promise<"banner-on" | "sent"> {
  const inputs = policies.map((policy) => policy as ConsentPolicyInput);
  const codes = await send(admin, inputs);
  if (codes.includes("SHOPIFY_COOKIE_BANNER_NOT_DISABLED")) return "banner-on";
  if (codes.length > 0 && inputs.length > 1) for (const input of inputs) await send(admin, [input]);
  return "sent";
}

async function send(admin: AdminGraphql, policies: readonly ConsentPolicyInput[]): Promise<string[]> {
  const { consentPolicyUpdate } = await admin(WRITE_CONSENT_POLICIES, { policies });
  if (!consentPolicyUpdate) throw new PlainProblem("Shopify gave no answer about the region policies.");
  return consentPolicyUpdate.userErrors.map(({ code }) => code ?? "unknown");
}
