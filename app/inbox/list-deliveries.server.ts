import { prisma } from "../db/database.server.ts";
import { cutPage, walksBack, type Page, type Turn } from "../paging/keyset.ts";
import type { DeliveryRow } from "./delivery-row.ts";
import { isTopic, type DeliveryNote, type DeliveryStatus } from "./topics.ts";

const PAGE = 25;

/** A page of a store's deliveries, newest first; with `needsLook` only those that a person should look at. */
export async function listDeliveries(
  shop: string,
  { needsLook = false, turn, limit = PAGE }: { needsLook?: boolean; turn?: Turn; limit?: number } = {},
): Promise<Page<DeliveryRow>> {
  const isBack = walksBack(turn);
  const order = isBack ? ("asc" as const) : ("desc" as const);
  const found = await prisma().delivery.findMany({
    where: { AND: [{ shop }, needsLook ? { status: "needs-look" } : {}, beyond(turn)] },
    orderBy: [{ receivedAt: order }, { id: order }],
    take: limit + 1,
    select: COLUMNS,
  });
  const page = cutPage(found, turn, limit, ({ receivedAt, id }) => ({ at: receivedAt, id }));
  return { ...page, rows: page.rows.map(toRow) };
}

/** How many deliveries a person should look at. */
export async function countNeedsLook(shop: string): Promise<number> {
  return prisma().delivery.count({ where: { shop, status: "needs-look" } });
}

// keyId stands for the body: both are there, or neither is
const COLUMNS = {
  ...{ id: true, topic: true, eventId: true, webhookId: true, apiVersion: true, receivedAt: true, triggeredAt: true },
  ...{ bytes: true, status: true, note: true, attempts: true, sealSeq: true, keyId: true },
} as const;

type Found = Omit<DeliveryRow, "status" | "note" | "sealSeq" | "canReplay"> & {
  status: string;
  note: string | null;
  sealSeq: bigint | null;
  keyId: string | null;
};

function toRow({ keyId, ...row }: Found): DeliveryRow {
  return {
    ...row,
    status: row.status as DeliveryStatus,
    note: row.note as DeliveryNote | null,
    sealSeq: row.sealSeq === null ? null : Number(row.sealSeq),
    canReplay: row.status === "needs-look" && keyId !== null && isTopic(row.topic),
  };
}

function beyond(turn: Turn) {
  if (!turn) return {};
  if (walksBack(turn)) {
    const { at, id } = turn.before;
    return { OR: [{ receivedAt: { gt: at } }, { receivedAt: at, id: { gt: id } }] };
  }
  const { at, id } = turn.after;
  return { OR: [{ receivedAt: { lt: at } }, { receivedAt: at, id: { lt: id } }] };
}
