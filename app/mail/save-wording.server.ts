import { inTransaction, prisma } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { pseudonym } from "../vault/subject-key.server.ts";
import { checkWording, type WordingProblem } from "./check-wording.server.ts";
import type { MailLanguage } from "./languages.ts";
import { withoutHidden } from "./neutralise.ts";
import type { MailTemplate } from "./templates.ts";
import type { Wording } from "./texts.server.ts";
import { wordingHash } from "./wordings.server.ts";

/** Which wording: of one mail, in one language. */
export interface Which {
  template: MailTemplate;
  language: MailLanguage;
}

/** What became of a change. "changed": somebody else saved meanwhile. */
export type Saved =
  { kind: "saved"; version: number } | { kind: "changed" } | { kind: "problems"; problems: WordingProblem[] };

/**
 * Keeps a store's own wording of a mail, or with `null` goes back to the standard one, as a further version with its
 * evidence; earlier ones stay. `version`: the one that the staff member saw, 0 where there was none.
 */
export async function saveWording(
  shop: string,
  { template, language }: Which,
  wording: Wording | null,
  { version, staff, now }: { version: number; staff: string; now: Date },
): Promise<Saved> {
  const tidy = wording && {
    subject: wording.subject.trim(),
    body: withoutHidden(wording.body.replaceAll("\r\n", "\n")).trim(),
  };
  const read = tidy && checkWording(template, { ...tidy, body: wording.body });
  if (Array.isArray(read)) return { kind: "problems", problems: read };
  const by = await pseudonym(shop, `staff ${staff}`);
  const next = version + 1;
  return inTransaction(async (tx) => {
    const last = await tx.mailTemplate.findFirst({ where: { shop, template, language }, orderBy: { version: "desc" } });
    if ((last?.version ?? 0) !== version) return { kind: "changed" };
    const added = await tx.$executeRaw`
      INSERT INTO "MailTemplate" ("shop", "template", "language", "version", "heading", "body", "savedAt", "staff")
      VALUES (${shop}, ${template}, ${language}, ${next}, ${tidy?.subject ?? null}, ${tidy?.body ?? null}, ${now}, ${by})
      ON CONFLICT DO NOTHING`;
    if (added === 0) return { kind: "changed" };
    const facts = { template, language, version: next, wording: tidy ? wordingHash(tidy) : "", staff: by };
    await appendEvidence(tx, shop, { kind: "mail.wording-changed", at: now, facts });
    return { kind: "saved", version: next };
  });
}

/** A wording as the editor needs it. */
export interface Editable {
  /** The version that was saved last, 0 for none: to be given back when saving. */
  version: number;
  /** Null while the standard wording holds. */
  own: Wording | null;
  savedAt: Date | null;
}

/** What a store saved last for a mail. */
export async function readSavedWording(shop: string, { template, language }: Which): Promise<Editable> {
  const last = await prisma().mailTemplate.findFirst({
    where: { shop, template, language },
    orderBy: { version: "desc" },
  });
  if (!last) return { version: 0, own: null, savedAt: null };
  const own = last.heading !== null && last.body !== null ? { subject: last.heading, body: last.body } : null;
  return { version: last.version, own, savedAt: last.savedAt };
}

/** The languages in which a store has wordings of its own, by mail. */
export async function listOwnWordings(shop: string): Promise<Partial<Record<string, string[]>>> {
  const rows = await prisma().$queryRaw<{ template: string; language: string; isOwn: boolean }[]>`
    SELECT DISTINCT ON ("template", "language") "template", "language", "body" IS NOT NULL AS "isOwn"
    FROM "MailTemplate" WHERE "shop" = ${shop} ORDER BY "template", "language", "version" DESC`;
  const own: Partial<Record<string, string[]>> = {};
  for (const { template, language } of rows.filter(({ isOwn }) => isOwn)) (own[template] ??= []).push(language);
  return own;
}
