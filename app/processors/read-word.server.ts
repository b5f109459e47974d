import { prisma } from "../db/database.server.ts";
import { KeyShredded } from "../vault/subject-key.server.ts";
import { openAnswer } from "./errand-answer.server.ts";
import { ANSWERS, type Answer } from "./progress.ts";
import { textOf } from "./word.ts";

/** What a processor said of an errand by itself, for staff. */
export interface ProcessorWord {
  answer: Answer;
  at: Date | null;
  /** What it wrote, "" for nothing. It may name the person: show it only where that is logged. */
  text: string;
}

/** A processor's own word on its part of a request; undefined while it has said nothing. */
export async function readWord(shop: string, request: string, processor: string): Promise<ProcessorWord | undefined> {
  const row = await prisma().processorErrand.findUnique({
    where: { shop_request_processor: { shop, request, processor } },
    select: { answer: true, answeredAt: true },
  });
  const answer = ANSWERS.find((known) => known === row?.answer);
  return answer && { answer, at: row?.answeredAt ?? null, text: await textFor(shop, request, processor) };
}

/** Once the person is erased nobody can read it. */
async function textFor(shop: string, request: string, processor: string): Promise<string> {
  try {
    return textOf(await openAnswer(shop, request, processor));
  } catch (error) {
    if (error instanceof KeyShredded) return "";
    throw error;
  }
}
