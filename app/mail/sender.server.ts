import { open, seal } from "../crypto/seal.server.ts";
import { derive } from "../crypto/derive.server.ts";
import { prisma } from "../db/database.server.ts";
import { adminFor } from "../shopify/admin-graphql.server.ts";
import { SHOP_FACTS } from "../shopify/operations/shop.ts";
import { ShopifyRefused } from "../shopify/shopify-refused.ts";
import { shopRoot } from "../vault/shop-root.server.ts";
import { isAddress, neutralise } from "./neutralise.ts";

/** As whom a store writes. */
export interface Sender {
  /** The sender's name: the store's, or another that the merchant chose. */
  name: string;
  /** Where answers and mails to staff go; null while nobody knows an address. */
  contact: string | null;
  /** IANA name. */
  timeZone: string;
}

/** The same, and where each part of it comes from. */
export interface SenderSettings extends Sender {
  chosenName: string | null;
  chosenContact: string | null;
  storeName: string | null;
  storeContact: string | null;
}

/** What Shopify says of a store is asked again after this long. Milliseconds. */
const FRESH_MS = 24 * 3_600_000;
/** When Shopify did not answer, it is left alone for this long. Milliseconds. */
const PAUSE_MS = 10 * 60_000;

type MailSettings = NonNullable<Awaited<ReturnType<ReturnType<typeof prisma>["mailSettings"]["findUnique"]>>>;
const NOTHING = { senderName: null, storeName: null, timeZone: null };

type Column = "sealedContact" | "sealedStoreContact";

const place = (shop: string, column: Column) => `${shop}/MailSettings.${column}`;
const contactKey = async (shop: string) => derive(await shopRoot(shop), "mail-settings");

/** As whom the store writes, with what Shopify says at most a day old; older when Shopify does not answer. */
export async function readSender(shop: string, now: Date): Promise<SenderSettings> {
  const row = await prisma().mailSettings.findUnique({ where: { shop } });
  const isFresh = row?.readAt != null && now.getTime() - row.readAt.getTime() < FRESH_MS;
  return describe(shop, isFresh ? row : await refresh(shop, now));
}

async function describe(shop: string, row: MailSettings | null): Promise<SenderSettings> {
  const { senderName: chosenName, storeName, timeZone } = row ?? NOTHING;
  const key = await contactKey(shop);
  const opened = (column: Column) => {
    const sealed = row?.[column];
    return sealed ? open(key, sealed, place(shop, column)).toString() : null;
  };
  const [chosenContact, storeContact] = [opened("sealedContact"), opened("sealedStoreContact")];
  return {
    ...{ chosenName, chosenContact, storeName, storeContact },
    name: chosenName ?? storeName ?? shop.replace(/\.myshopify\.com$/, ""),
    contact: chosenContact ?? storeContact,
    timeZone: timeZone ?? "UTC",
  };
}

/** Asks Shopify. When it does not answer, or the app is gone, what is known goes on being used. */
async function refresh(shop: string, now: Date) {
  try {
    const admin = await adminFor(shop);
    const { shop: facts } = await admin(SHOP_FACTS, {});
    const contact = seal(await contactKey(shop), Buffer.from(facts.contactEmail), place(shop, "sealedStoreContact"));
    const read = {
      ...{ storeName: neutralise(facts.name), timeZone: facts.ianaTimezone, readAt: now },
      sealedStoreContact: isAddress(facts.contactEmail) ? contact : null,
    };
    return await prisma().mailSettings.upsert({ where: { shop }, create: { shop, ...read }, update: read });
  } catch (error) {
    if (!(error instanceof ShopifyRefused)) throw error;
    const again = { readAt: new Date(now.getTime() - FRESH_MS + PAUSE_MS) };
    return prisma().mailSettings.upsert({ where: { shop }, create: { shop, ...again }, update: again });
  }
}

/** Keeps what the merchant chose; null for what Shopify says. Answers "no-address" for what is none. */
export async function chooseSender(
  shop: string,
  chosen: { name: string | null; contact: string | null },
): Promise<"kept" | "no-address"> {
  if (chosen.contact !== null && !isAddress(chosen.contact)) return "no-address";
  const sealed =
    chosen.contact === null
      ? null
      : seal(await contactKey(shop), Buffer.from(chosen.contact), place(shop, "sealedContact"));
  const kept = { senderName: neutralise(chosen.name ?? "") || null, sealedContact: sealed };
  await prisma().mailSettings.upsert({ where: { shop }, create: { shop, ...kept }, update: kept });
  return "kept";
}
