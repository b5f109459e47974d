import { createHash } from "node:crypto";
import { prisma } from "../db/database.server.ts";
import { checkWording } from "./check-wording.server.ts";
import type { MailLanguage } from "./languages.ts";
import type { MailTemplate } from "./templates.ts";
import { standardWording, type Wording } from "./texts.server.ts";

/** The wording that a mail is sent with. */
export interface CurrentWording extends Wording {
  /** The merchant's, counted from 1; 0 for the standard wording. */
  version: number;
  /** SHA-256 of subject and text, lower-case hexadecimal. */
  hash: string;
  /** The merchant's own wording no longer fits what this mail can say, so the standard one is used instead. */
  isOutdated: boolean;
}

/** SHA-256 of a wording: subject, a line break, text. */
export function wordingHash({ subject, body }: Wording): string {
  return createHash("sha256").update(`${subject}\n${body}`).digest("hex");
}

/** What holds now for a mail in a language: what the merchant saved last, if it still fits, else the standard text. */
export async function currentWording(
  shop: string,
  template: MailTemplate,
  language: MailLanguage,
): Promise<CurrentWording> {
  const saved = await prisma().mailTemplate.findFirst({
    where: { shop, template, language },
    orderBy: { version: "desc" },
  });
  const standard = standardWording(template, language);
  const asStandard = { ...standard, version: 0, hash: wordingHash(standard) };
  if (saved?.heading == null || saved.body === null) return { ...asStandard, isOutdated: false };
  const own = { subject: saved.heading, body: saved.body };
  if (Array.isArray(checkWording(template, own))) return { ...asStandard, isOutdated: true };
  return { ...own, version: saved.version, hash: wordingHash(own), isOutdated: false };
}
