import { prisma } from "../db/database.server.ts";
import { changeRegister, type Changed, type SetBanner } from "./change-register.server.ts";
import { applyAnswer } from "./interview-answers.ts";
import { QUESTIONS, type Answers, type QuestionId, type QuestionState } from "./interview.ts";

/** How far a store's staff came with the questions. */
export async function readQuestionStates(shop: string): Promise<Map<QuestionId, QuestionState>> {
  const rows = await prisma().registerQuestion.findMany({ where: { shop } });
  const states = new Map(
    rows.map(({ question, isSkipped }) => [question, isSkipped ? "skipped" : "answered"] as const),
  );
  return new Map(
    QUESTIONS.flatMap((question) => (states.has(question) ? [[question, states.get(question) ?? "skipped"]] : [])),
  );
}

/** Keeps an answer and all that follows from it in the register. Said again, it takes the place of the first. */
export async function answerQuestion(
  shop: string,
  { question, answers }: { question: QuestionId; answers: Answers },
  by: { staff: string; now: Date; setBanner?: SetBanner },
): Promise<Changed> {
  const changer = { ...by, origin: "interview" } as const;
  const result = await changeRegister(shop, (register) => applyAnswer(register, question, answers), changer);
  if (result.kind === "kept") await keepState(shop, question, { isSkipped: false, at: by.now });
  return result;
}

/** Leaves a question for later. One that was answered stays answered. */
export async function skipQuestion(shop: string, question: QuestionId, now: Date): Promise<void> {
  const row = { shop, question, isSkipped: true, at: now };
  await prisma().registerQuestion.createMany({ data: [row], skipDuplicates: true });
}

async function keepState(shop: string, question: QuestionId, state: { isSkipped: boolean; at: Date }): Promise<void> {
  const where = { shop_question: { shop, question } };
  await prisma().registerQuestion.upsert({ where, create: { shop, question, ...state }, update: state });
}
