import { prisma, type Tx } from "../db/database.server.ts";
import type { PersonalDataKeeper } from "../vault/keeper.ts";
import { TEMPLATE_NAMES, templateRules } from "./templates.ts";

const OUTLIVING = TEMPLATE_NAMES.filter((template) => templateRules(template).outlivesErasure === true);

/**
 * Finds the mails written to a person, and erases them: what has not gone yet is withdrawn, except mails that tell of the
 * erasure or carry it on (to the person, to processors). Those keep their content, sealed under their own keys, until
 * they went. That a mail was sent stays known, without whose it was.
 */
export const mailKeeper: PersonalDataKeeper<Tx> = {
  async find(shop, { subject }) {
    const mails = await prisma().mailMessage.findMany({ where: { shop, subject }, orderBy: { createdAt: "asc" } });
    return mails.map(({ template, language, status, createdAt, doneAt }) => ({
      kind: "Mail about a privacy request",
      recordedAt: createdAt.toISOString(),
      facts: [
        { label: "Mail", value: template },
        { label: "Language", value: language },
        { label: "State", value: status },
        ...(doneAt ? [{ label: "On", value: doneAt.toISOString().slice(0, 10) }] : []),
      ],
    }));
  },

  async erase(tx, shop, { subject }) {
    await tx.$executeRaw`
      UPDATE "MailMessage" SET "status" = 'withdrawn', "sealedContent" = NULL, "doneAt" = now()
      WHERE "shop" = ${shop} AND "subject" = ${subject}::uuid AND "status" IN ('held', 'queued', 'sending', 'rejected')
        AND NOT "template" = ANY(${OUTLIVING}::text[])`;
    const MailMessage = await tx.$executeRaw`
      UPDATE "MailMessage" SET "subject" = NULL WHERE "shop" = ${shop} AND "subject" = ${subject}::uuid`;
    return { MailMessage };
  },
};
