import { Session } from "@shopify/shopify-api";
import { unwrap, wrap } from "../crypto/master-keys.server.ts";
import { prisma } from "../db/database.server.ts";
import { settings } from "../env.server.ts";

/**
 * Shopify's sessions in the database. Tokens and the staff member's name and address are sealed under the newest
 * master key; session ids name the shop (`offline_SHOP`, `SHOP_USER`), which leads the key.
 */
export const sessionStorage = {
  async storeSession(session: Session): Promise<boolean> {
    const { id, shop, isOnline, expires } = session;
    const plain = Buffer.from(JSON.stringify(session.toPropertyArray(true)));
    const data = { isOnline, expiresAt: expires ?? null, sealed: wrap(settings().masterKeys, plain, place(shop, id)) };
    await prisma().session.upsert({
      where: { shop_id: { shop, id } },
      create: { shop, id, ...data },
      update: data,
    });
    return true;
  },
  async loadSession(id: string): Promise<Session | undefined> {
    const shop = shopOf(id);
    const row = await prisma().session.findUnique({ where: { shop_id: { shop, id } } });
    return row ? openSession(row) : undefined;
  },
  async deleteSession(id: string): Promise<boolean> {
    await prisma().session.deleteMany({ where: { shop: shopOf(id), id } });
    return true;
  },
  async deleteSessions(ids: string[]): Promise<boolean> {
    await Promise.all(ids.map((id) => sessionStorage.deleteSession(id)));
    return true;
  },
  async findSessionsByShop(shop: string): Promise<Session[]> {
    const rows = await prisma().session.findMany({ where: { shop } });
    return rows.map(openSession);
  },
};

/** `offline_rosewood.myshopify.com` and `rosewood.myshopify.com_4711` are both rosewood's. */
export function shopOf(id: string): string {
  return id.startsWith("offline_") ? id.slice("offline_".length) : id.replace(/_\d+$/, "");
}

const place = (shop: string, id: string) => `Session.sealed ${shop}/${id}`;

function openSession(row: { shop: string; id: string; sealed: Uint8Array }): Session {
  const plain = unwrap(settings().masterKeys, row.sealed, place(row.shop, row.id));
  const entries = JSON.parse(plain.toString()) as [string, string | number | boolean][];
  return Session.fromPropertyArray(entries, true);
}

/** Seals every session under the newest master key; one that was renewed meanwhile is left alone. Answers how many. */
export async function rewrapSessions(): Promise<number> {
  const { masterKeys } = settings();
  const rows = await prisma().session.findMany();
  for (const { shop, id, sealed } of rows) {
    const renewed = wrap(masterKeys, unwrap(masterKeys, sealed, place(shop, id)), place(shop, id));
    await prisma().session.updateMany({ where: { shop, id, sealed }, data: { sealed: renewed } });
  }
  return rows.length;
}
