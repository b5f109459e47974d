import { prisma } from "../db/database.server.ts";
import { openFor } from "../vault/subject-key.server.ts";
import { detailColumn, type RequestDetail } from "./request-detail.ts";

/** What a request says beyond its columns. */
export async function readDetail(shop: string, subject: string, request: string): Promise<RequestDetail> {
  const row = await prisma().privacyRequest.findUnique({ where: { shop_id: { shop, id: request } } });
  if (!row?.sealedDetail) return { orders: [] };
  const plain = await openFor(shop, subject, detailColumn(request), row.sealedDetail);
  return JSON.parse(plain.toString()) as RequestDetail;
}
