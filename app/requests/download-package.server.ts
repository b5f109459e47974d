import { inTransaction, prisma } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { pseudonym } from "../vault/subject-key.server.ts";
import { readPackage } from "./pack-request.server.ts";

/** A package on its way to staff. */
export interface Download {
  name: string;
  bytes: number;
  parts: AsyncGenerator<Buffer>;
}

/**
 * Opens a request's package for a member of staff; the download is evidence before its first byte leaves. "gone" when
 * there is none, its 30 days are over, or the person was erased.
 */
export async function downloadPackage(shop: string, id: string, staff: string, now: Date): Promise<Download | "gone"> {
  const row = await prisma().package.findUnique({ where: { shop_id: { shop, id } } });
  if (!row || row.expiresAt <= now) return "gone";
  const who = await pseudonym(shop, `staff ${staff}`);
  await inTransaction(async (tx) => {
    await tx.package.update({ where: { shop_id: { shop, id } }, data: { downloads: { increment: 1 } } });
    const facts = { package: id, staff: who };
    await appendEvidence(tx, shop, { kind: "request.package-downloaded", at: now, request: id, facts });
  });
  const name = `data-request-${id.slice(-12)}.zip`;
  return { name, bytes: Number(row.bytes), parts: readPackage(shop, id, row.subject, row.parts) };
}
