import { prisma } from "../db/database.server.ts";
import type { Options } from "./commands.ts";
import type { Result } from "./result.ts";

const USUAL = 100;
const MOST = 10_000;

/** `deliveries list`: what Shopify delivered, newest first, without the bodies. */
export async function listDeliveries({ shop, status, limit }: Options<"deliveries list">): Promise<Result> {
  const rows = await prisma().delivery.findMany({
    where: { ...(shop !== undefined && { shop }), ...(status !== undefined && { status }) },
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    take: Math.min(MOST, Number(limit ?? USUAL)),
    select: {
      shop: true,
      id: true,
      topic: true,
      status: true,
      note: true,
      receivedAt: true,
      triggeredAt: true,
      doneAt: true,
      attempts: true,
      bytes: true,
      eventId: true,
      webhookId: true,
      apiVersion: true,
    },
  });
  return { kind: "rows", rows };
}
