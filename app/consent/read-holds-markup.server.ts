import { prisma } from "../db/database.server.ts";

/** The storefront setting `holdsMarkup`, as the last look found it. Without a look: true, which only costs time. */
export async function readHoldsMarkup(shop: string): Promise<boolean> {
  const row = await prisma().storefrontExam.findUnique({ where: { shop }, select: { holdsMarkup: true } });
  return row?.holdsMarkup ?? true;
}
