import { inTransaction, prisma } from "../db/database.server.ts";
import { settings } from "../env.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { registerOf, hostsToHold } from "../register/register.ts";
import { readDecisions } from "../register/store-register.server.ts";
import { GOOGLE_TAGS, VENDORS } from "../register/vendors.ts";
import { adminFor, type AdminGraphql } from "../shopify/admin-graphql.server.ts";
import { OWN_BANNER, PUBLISHED_SETTINGS } from "../shopify/operations/storefront.ts";
import { ShopifyRefused } from "../shopify/shopify-refused.ts";
import { checkSettings } from "./check-settings.server.ts";
import { readThemeSettings } from "./embed-state.ts";
import { examFacts, type Exam } from "./exam.ts";
import { readRegionPolicies } from "./keep-region-policies.server.ts";
import { findLeaks, type LeakFacts } from "./leaks.ts";
import { otherTools } from "./other-tools.ts";
import { readPublished } from "./published-settings.ts";
import { readCounts, readLastSeen } from "./read-counts.server.ts";
import { readTheme, SETTINGS_DATA } from "./read-theme.server.ts";
import { placeOf } from "./region-policy.ts";
import { holdsMarkup, scanTheme, type ThemeTag } from "./scan-theme.ts";
import { tellRegister } from "./tell-register.server.ts";
import { whyNotShowing, type ShowingFacts } from "./why-not-showing.ts";

/** Looks at a store's storefront as far as its scopes allow. A store that has left is passed over. Throws `ShopifyRefused`. */
export async function examineInstalled(shop: string, now: Date): Promise<void> {
  const known = await prisma().shop.findUnique({ where: { shop }, select: { installedAt: true, uninstalledAt: true } });
  if (!known?.installedAt || known.uninstalledAt) return;
  const admin = await adminFor(shop);
  await examineStorefront(shop, admin, now);
  await tellRegister(shop, now);
  await checkSettings(shop, admin, now);
}

/**
 * Looks at what a store's storefront really does: its theme, Shopify's own settings, the region policies, what pages
 * reported. Keeps what it found in place of the last look, and evidence when that differs. Throws `ShopifyRefused`
 * when Shopify does not answer; a missing scope only leaves its part unknown.
 */
export async function examineStorefront(shop: string, admin: AdminGraphql, now: Date): Promise<Exam> {
  const [atShopify, kept] = await Promise.all([readAtShopify(shop, admin), readKept(shop, now)]);
  const exam = judge(shop, atShopify, kept, now);
  await keepExam(shop, exam, now);
  return exam;
}

/** The last look at a store's storefront; null when there was none. */
export async function readExam(shop: string): Promise<Exam | null> {
  const row = await prisma().storefrontExam.findUnique({ where: { shop } });
  return row && (JSON.parse(row.body) as Exam);
}

async function readAtShopify(shop: string, admin: AdminGraphql) {
  const { currentAppInstallation } = await admin(PUBLISHED_SETTINGS, {});
  const banner = await unlessDenied(admin(OWN_BANNER, {}));
  return {
    app: currentAppInstallation.app.handle ?? "",
    published: readPublished(currentAppInstallation.metafield?.value),
    isOwnBannerOn: banner?.privacySettings.banner?.enabled ?? null,
    policies: await unlessDenied(readRegionPolicies(shop, admin)),
    theme: await readTheme(shop, admin),
  };
}

async function unlessDenied<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ShopifyRefused && error.code === "ACCESS_DENIED") return null;
    throw error;
  }
}

async function readKept(shop: string, now: Date) {
  const [decisions, counts, lastSeen] = await Promise.all([
    readDecisions(shop),
    readCounts(shop, now),
    readLastSeen(shop),
  ]);
  return { decisions, counts, lastSeen };
}

type AtShopify = Awaited<ReturnType<typeof readAtShopify>>;
type Kept = Awaited<ReturnType<typeof readKept>>;

function judge(shop: string, atShopify: AtShopify, kept: Kept, now: Date): Exam {
  const { theme, policies } = atShopify;
  const register = registerOf(VENDORS, kept.decisions);
  const tags = theme ? scanTheme(theme.files, register) : [];
  const weakRegions = policies && [...policies.drift.missing, ...policies.drift.weaker].map(placeOf);
  return {
    ...{ v: 1, at: now.toISOString(), weakRegions },
    showing: whyNotShowing({ ...showingFacts(shop, atShopify, kept, tags), weakRegions, now }),
    leaks: findLeaks({ ...gateFacts(atShopify, kept), counts: kept.counts, register, tags: theme && tags }),
    theme: theme && { id: theme.id, name: theme.name, tags, unread: theme.unread },
    // a theme that could not be read may hold anything
    holdsMarkup: theme === null || holdsMarkup(tags),
  };
}

/** What the gate was told: as published, else as it would be. */
function gateFacts({ published }: AtShopify, { decisions }: Kept): Pick<LeakFacts, "held" | "holdsMarkup" | "excused"> {
  if (!published) return { held: hostsToHold(VENDORS, decisions), holdsMarkup: false, excused: [] };
  const { hosts, holdsMarkup, isGoogleAdvanced } = published;
  return { held: hosts, holdsMarkup, excused: isGoogleAdvanced ? GOOGLE_TAGS : [] };
}

function showingFacts(
  shop: string,
  { app, published, isOwnBannerOn, theme }: AtShopify,
  { counts, lastSeen }: Kept,
  tags: readonly ThemeTag[],
): Omit<ShowingFacts, "weakRegions" | "now"> {
  const data = theme?.files.find(({ name }) => name === SETTINGS_DATA);
  const embeds = data && readThemeSettings(data.text, app);
  return {
    ...{ isOwnBannerOn, lastSeen },
    ...{ embed: embeds?.embed ?? null, themeName: theme?.name ?? null },
    tools: otherTools(counts, tags, embeds?.tools ?? []),
    settings: published && { offered: published.offered },
    ...{ handle: shop.replace(/\.myshopify\.com$/, ""), apiKey: settings().apiKey },
  };
}

async function keepExam(shop: string, exam: Exam, now: Date): Promise<void> {
  const row = { at: now, holdsMarkup: exam.holdsMarkup, body: JSON.stringify(exam) };
  await inTransaction(async (tx) => {
    const last = await tx.storefrontExam.findUnique({ where: { shop } });
    await tx.storefrontExam.upsert({ where: { shop }, create: { shop, ...row }, update: row });
    const facts = examFacts(exam);
    const before = last && examFacts(JSON.parse(last.body) as Exam);
    if (JSON.stringify(facts) === JSON.stringify(before)) return;
    await appendEvidence(tx, shop, { kind: "storefront.examined", at: now, facts });
  });
}
