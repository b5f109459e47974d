import { prisma } from "../db/database.server.ts";

/** Keeps with a deletion when the person last ordered, as Shopify shows it; null: never. What stays depends on it. */
export async function noteOrders(shop: string, request: string, lastOrderAt: Date | null): Promise<void> {
  await prisma().privacyRequest.updateMany({
    where: { shop, id: request, kind: "delete" },
    data: { hasOrdered: lastOrderAt !== null, lastOrderOn: lastOrderAt },
  });
}
