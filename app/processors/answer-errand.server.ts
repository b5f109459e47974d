import { inTransaction, prisma, type Tx } from "../db/database.server.ts";
import { taskQueue } from "../jobs/jobs.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { KeyShredded } from "../vault/subject-key.server.ts";
import { isErrandAct, type ErrandAct, type ErrandItems } from "./errand.ts";
import { keepAnswer } from "./errand-answer.server.ts";
import { shopOfToken, tokenHash } from "./errand-token.server.ts";
import { systemOf } from "./processor.ts";
import type { Answer } from "./progress.ts";

/** An errand that waits for its processor's word. */
export interface OpenErrand {
  shop: string;
  request: string;
  processor: string;
  act: ErrandAct;
}

/**
 * The errand that a token is for, while it waits for an answer; undefined for every other token, whether it was never
 * given, was used, or is too old: nobody learns which.
 */
export async function openErrand(token: string, now: Date): Promise<OpenErrand | undefined> {
  const shop = shopOfToken(token);
  if (shop === undefined) return undefined;
  const row = await prisma().processorErrand.findUnique({
    where: { shop_tokenHash: { shop, tokenHash: tokenHash(token) } },
    select: { request: true, processor: true, act: true, answer: true, tokenUntil: true },
  });
  const isOpen = row && row.answer === null && row.tokenUntil !== null && row.tokenUntil > now;
  if (!isOpen || !isErrandAct(row.act)) return undefined;
  return { shop, request: row.request, processor: row.processor, act: row.act };
}

/**
 * Keeps what a processor says of an errand, with what it hands over sealed for the person, and has the task go on. Answers
 * whether it was kept: the first answer counts, a later one changes nothing.
 */
export async function answerErrand(
  token: string,
  { answer, items }: { answer: Answer; items: ErrandItems },
  now: Date,
): Promise<boolean> {
  const shop = shopOfToken(token);
  if (shop === undefined) return false;
  return inTransaction(async (tx) => {
    const [taken] = await tx.$queryRaw<{ request: string; processor: string; subject: string | null }[]>`
      UPDATE "ProcessorErrand" SET "answer" = ${answer}, "answeredAt" = ${now}
      WHERE "shop" = ${shop} AND "tokenHash" = ${tokenHash(token)} AND "answer" IS NULL AND "tokenUntil" > ${now}
      RETURNING "request"::text, "processor", "subject"::text`;
    if (!taken) return false;
    await keepFor(tx, shop, taken, items);
    const system = systemOf(taken.processor);
    await enqueue(tx, taskQueue(system), { shop, request: taken.request, system });
    return true;
  });
}

/** Once the person is erased there is nobody to keep it for: the word counts, what came with it is let go. */
async function keepFor(
  tx: Tx,
  shop: string,
  { request, processor, subject }: { request: string; processor: string; subject: string | null },
  items: ErrandItems,
): Promise<void> {
  if (subject === null || items.records.length + items.files.length === 0) return;
  try {
    await keepAnswer(tx, shop, { request, processor, subject }, items);
  } catch (error) {
    if (!(error instanceof KeyShredded)) throw error;
  }
}
