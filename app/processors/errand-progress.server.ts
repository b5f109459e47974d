import { prisma } from "../db/database.server.ts";
import type { Errand } from "./errand.ts";
import { errandToken, tokenHash } from "./errand-token.server.ts";
import { ANSWERS, type Answer, type Progress } from "./progress.ts";

/** A processor may answer at the address it was given for this long after the request's deadline (ms). */
export const ANSWERS_LATE_MS = 30 * 86_400_000;

interface Row {
  rounds: number;
  askedAt: Date | null;
  reference: string | null;
  answer: string | null;
}

const key = (shop: string, request: string, processor: string) => ({
  shop_request_processor: { shop, request, processor },
});

/** How far an errand came; the first time, the place where that is kept is made. */
export async function openProgress(shop: string, processor: string, errand: Errand): Promise<Progress> {
  const { request, act, subject, dueAt } = errand;
  const token = await errandToken(shop, request, processor);
  const row = await prisma().processorErrand.upsert({
    where: key(shop, request, processor),
    update: {},
    create: {
      ...{ shop, request, processor, act, subject },
      tokenHash: tokenHash(token),
      tokenUntil: new Date(dueAt.getTime() + ANSWERS_LATE_MS),
    },
  });
  return toProgress(row);
}

function toProgress({ rounds, askedAt, reference, answer }: Row): Progress {
  const said = ANSWERS.find((known) => known === answer) ?? null;
  return { rounds, askedAt, reference: reference ?? "", answer: said };
}

/** Begins a round unless one is open. Answers its number: 1 for the first. */
export async function noteRound(shop: string, request: string, processor: string): Promise<number> {
  const where = { shop, request, processor, OR: [{ rounds: 0 }, { answer: "refuted" }] };
  await prisma().processorErrand.updateMany({
    where,
    data: { rounds: { increment: 1 }, askedAt: null, answer: null, reference: null },
  });
  const row = await prisma().processorErrand.findUniqueOrThrow({ where: key(shop, request, processor) });
  return row.rounds;
}

/** Keeps when the processor took the order, and its number of it. The first time counts. */
export async function noteAsked(
  shop: string,
  { request, processor }: { request: string; processor: string },
  { now, reference }: { now: Date; reference: string | undefined },
): Promise<void> {
  await prisma().processorErrand.updateMany({
    where: { shop, request, processor, askedAt: null },
    data: { askedAt: now },
  });
  if (reference !== undefined)
    await prisma().processorErrand.updateMany({ where: { shop, request, processor }, data: { reference } });
}

/**
 * Keeps the processor's word, and with it that it was asked: a crash between the two would have it asked how far it is,
 * and what it has erased by then it no longer holds. Or keeps that its word proved untrue: then the next run asks again.
 */
export async function noteAnswer(
  shop: string,
  { request, processor }: { request: string; processor: string },
  { now, answer }: { now: Date; answer: Answer | "refuted" },
): Promise<void> {
  if (answer === "refuted") {
    const again = { answer, answeredAt: now, askedAt: null, reference: null };
    await prisma().processorErrand.updateMany({ where: { shop, request, processor }, data: again });
    return;
  }
  await prisma().$executeRaw`
    UPDATE "ProcessorErrand" SET "answer" = ${answer}, "answeredAt" = ${now}, "askedAt" = COALESCE("askedAt", ${now})
    WHERE "shop" = ${shop} AND "request" = ${request}::uuid AND "processor" = ${processor}`;
}
