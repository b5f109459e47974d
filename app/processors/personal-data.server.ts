import { prisma, type Tx } from "../db/database.server.ts";
import type { PersonalDataKeeper } from "../vault/keeper.ts";

/** Finds and erases what was kept about a person on the way to and from processors. */
export const processorsKeeper: PersonalDataKeeper<Tx> = {
  async find(shop, { subject }) {
    const errands = await prisma().processorErrand.findMany({
      where: { shop, subject },
      select: { processor: true, act: true, askedAt: true, answer: true, answeredAt: true },
      orderBy: [{ askedAt: "asc" }, { processor: "asc" }],
    });
    return errands.map(({ processor, act, askedAt, answer, answeredAt }) => ({
      kind: "Request passed on to another company",
      recordedAt: askedAt?.toISOString() ?? null,
      facts: [
        { label: "Company", value: processor },
        { label: "Asked to", value: act },
        { label: "Its answer", value: answer ?? "none yet" },
        ...(answeredAt ? [{ label: "Answered", value: answeredAt.toISOString() }] : []),
      ],
    }));
  },

  /** That a processor was asked, and what it said in a word, stays without the person; what it handed over goes. */
  async erase(tx, shop, { subject }) {
    const ProcessorErrand = await tx.$executeRaw`
      UPDATE "ProcessorErrand" SET "subject" = NULL, "sealedAnswer" = NULL, "sealedFile" = NULL
      WHERE "shop" = ${shop} AND "subject" = ${subject}::uuid`;
    return { ProcessorErrand };
  },
};
