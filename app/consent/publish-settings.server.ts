import { sha256 } from "../evidence/hash.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { inTransaction, prisma } from "../db/database.server.ts";
import { proxyPath } from "../installation/proxy-path.server.ts";
import { PlainProblem } from "../jobs/cause.ts";
import { cookiesToDelete, hostsToHold } from "../register/register.ts";
import { readDecisions as readRegisterDecisions } from "../register/store-register.server.ts";
import type { Service } from "../register/known-service.ts";
import { GOOGLE_TAGS, VENDORS } from "../register/vendors.ts";
import { adminFor, type AdminGraphql } from "../shopify/admin-graphql.server.ts";
import { APP_DATA_OWNER, WRITE_APP_DATA } from "../shopify/operations/app-data.ts";
import { PUBLISHED_SETTINGS } from "../shopify/operations/storefront.ts";
import { readHoldsMarkup } from "./read-holds-markup.server.ts";
import { readDecisions, storefrontSettings, type ConsentDecisions } from "./settings.ts";
import { stableJson } from "./stable-json.ts";
import type { StorefrontSettings } from "./storefront-settings.ts";

/** The metafield that Liquid prints as `app.metafields.candor.storefront`. */
const PLACE = { namespace: "candor", key: "storefront" } as const;

/** Settings as they are published. Their text (without the hash) is what the hash stands for. */
export interface Published {
  hash: string;
  /** JSON of `StorefrontSettings` without `hash`. */
  body: string;
  /** JSON of `StorefrontSettings`. */
  value: string;
}

/** What a store's storefront should say now: the merchant's decisions, the register of services, the theme's needs. */
export async function makeSettings(shop: string, decisions: ConsentDecisions): Promise<Published> {
  const services = await readRegisterDecisions(shop);
  const isHeld = ({ id }: Service) => decisions.google.mode === "basic" || !GOOGLE_TAGS.includes(id);
  const settings = storefrontSettings(decisions, {
    hosts: hostsToHold(VENDORS.filter(isHeld), services),
    cookies: cookiesToDelete(VENDORS, services),
    policyHash: await policyHash(shop),
    proxy: await proxyPath(shop),
    holdsMarkup: await readHoldsMarkup(shop),
  });
  const body = stableJson(settings);
  const hash = sha256(body).toString("hex");
  return { hash, body, value: JSON.stringify({ hash, ...settings } satisfies StorefrontSettings) };
}

/** The hash of the policy in force; "" while none is published. */
async function policyHash(shop: string): Promise<string> {
  const row = await prisma().policyVersion.findFirst({
    where: { shop },
    orderBy: { number: "desc" },
    select: { hash: true },
  });
  return row?.hash ?? "";
}

/** The job: publishes for a store that has the app; one that has left is passed over. Throws `ShopifyRefused`. */
export async function publishInstalled(shop: string, now: Date): Promise<void> {
  const known = await prisma().shop.findUnique({ where: { shop }, select: { installedAt: true, uninstalledAt: true } });
  if (!known?.installedAt || known.uninstalledAt) return;
  await publishSettings(shop, await adminFor(shop), now);
}

/**
 * Writes a store's settings to where its storefront reads them, reads them back, and keeps what the hash stands for with
 * the proof of it. Safe to repeat: what is published already is not evidence again.
 *
 * @throws ShopifyRefused, and PlainProblem when Shopify keeps something else than it was given
 */
export async function publishSettings(shop: string, admin: AdminGraphql, now: Date): Promise<void> {
  const row = await prisma().consentSettings.upsert({
    where: { shop },
    create: { shop, version: 1, decisions: "{}", savedAt: now },
    update: {},
  });
  const published = await makeSettings(shop, readDecisions(row.decisions));
  // what a record names must be known before any shopper can have seen it
  await keepWording(shop, published, now);
  await write(admin, published.value);
  if (hashIn(await readValue(admin)) !== published.hash) {
    throw new PlainProblem("Shopify did not keep the consent settings as they were sent.");
  }
  await inTransaction(async (tx) => {
    const state = { publishedAt: now, checkedAt: now, drift: null, publishedVersion: row.version };
    await tx.consentSettings.update({ where: { shop }, data: { ...state, publishedHash: published.hash } });
    if (row.publishedHash === published.hash) return;
    const facts = { version: row.version, hash: published.hash, previous: row.publishedHash ?? "" };
    await appendEvidence(tx, shop, { kind: "consent.settings-published", at: now, facts });
  });
}

/** Keeps what a hash stands for, so that years later it can be shown what a shopper saw. */
async function keepWording(shop: string, { hash, body }: Published, now: Date): Promise<void> {
  await prisma().consentWording.createMany({ data: [{ shop, hash, body, firstAt: now }], skipDuplicates: true });
}

async function write(admin: AdminGraphql, value: string): Promise<void> {
  const { currentAppInstallation } = await admin(APP_DATA_OWNER, {});
  const metafield = { ...PLACE, ownerId: currentAppInstallation.id, type: "json", value };
  const { metafieldsSet } = await admin(WRITE_APP_DATA, { metafields: [metafield] });
  if (!metafieldsSet || metafieldsSet.userErrors.length > 0) {
    throw new PlainProblem("Shopify did not accept the consent settings.", { worthRetrying: false });
  }
}

/** What the storefront reads now; null when there is nothing. */
export async function readValue(admin: AdminGraphql): Promise<string | null> {
  const { currentAppInstallation } = await admin(PUBLISHED_SETTINGS, {});
  return currentAppInstallation.metafield?.value ?? null;
}

/** The hash of settings that were found, computed from all but their own "hash"; "" for nothing. */
export function hashIn(found: string | null): string {
  if (found === null) return "";
  const { hash: _claimed, ...settings } = JSON.parse(found) as StorefrontSettings;
  return sha256(stableJson(settings)).toString("hex");
}
