import { prisma } from "../db/database.server.ts";
import { readDetail } from "./read-detail.server.ts";
import type { RequestDetail } from "./request-detail.ts";

/**
 * What whoever asked wrote into the form. It may name the person: show it only together with them. Empty once the person
 * is erased.
 */
export async function readOwnWords(
  shop: string,
  request: string,
): Promise<Pick<RequestDetail, "message" | "name" | "representative">> {
  const row = await prisma().privacyRequest.findUnique({ where: { shop_id: { shop, id: request } } });
  return row?.subject == null ? {} : readDetail(shop, row.subject, request);
}
