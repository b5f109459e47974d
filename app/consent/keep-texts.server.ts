import { prisma } from "../db/database.server.ts";
import { bannerTexts } from "./banner-texts.server.ts";

/**
 * Keeps the banner's texts of this version under the hashes by which consent records name them, so that years later it
 * can be shown what a shopper read. They are the app's own and the same for every shop. Safe to repeat.
 */
export async function keepTexts(now: Date): Promise<void> {
  const rows = [...bannerTexts()].map(([language, { hash, body }]) => ({ hash, language, body, firstAt: now }));
  await prisma().shippedText.createMany({ data: rows, skipDuplicates: true });
}
