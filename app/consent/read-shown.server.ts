import { prisma } from "../db/database.server.ts";
import type { ConsentRow } from "./consent-row.ts";
import type { Shown } from "./shown.ts";

/** What the hashes of one of a shop's records stand for. */
export async function readShown(
  shop: string,
  { textHash, settingsHash }: Pick<ConsentRow, "textHash" | "settingsHash">,
): Promise<Shown> {
  const [texts, settings] = await Promise.all([
    textHash === "" ? null : prisma().shippedText.findUnique({ where: { hash: textHash } }),
    settingsHash === ""
      ? null
      : prisma().consentWording.findUnique({ where: { shop_hash: { shop, hash: settingsHash } } }),
  ]);
  return { texts: texts?.body ?? null, settings: settings?.body ?? null };
}
