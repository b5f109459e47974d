import { prisma } from "../db/database.server.ts";
import { MAIL_STATUSES, type MailStatus } from "./mail-status.ts";

/** Where a mail stands that was written under this key, and why it did not go; undefined when there is none. */
export async function mailState(
  shop: string,
  key: string,
): Promise<{ status: MailStatus; cause: string | null } | undefined> {
  const row = await prisma().mailMessage.findUnique({
    where: { shop_key: { shop, key } },
    select: { status: true, cause: true },
  });
  const status = MAIL_STATUSES.find((known) => known === row?.status);
  return status && { status, cause: row?.cause ?? null };
}
