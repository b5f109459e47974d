import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { applyBanner } from "../../consent/save-decisions.server.ts";
import { readStoreRegister } from "../../register/change-register.server.ts";
import { readAnswers } from "../../register/interview-answers.ts";
import { QUESTION_TEXTS } from "../../register/interview-questions.ts";
import { nextQuestion, QUESTIONS, type QuestionId } from "../../register/interview.ts";
import { answerQuestion, readQuestionStates, skipQuestion } from "../../register/keep-answers.server.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";
import { refuseRole } from "../../staff/refuse-role.server.ts";
import { InterviewPage } from "../../ui/register/interview-page.tsx";

export const meta: MetaFunction = () => [{ title: "Questions · Candor" }];

const HERE = "/app/register/questions";
const question = z.enum(QUESTIONS);
const asked = z.object({ intent: z.enum(["answer", "skip"]), question });

/** The question that the address names, else the first that waits; with what the register holds for it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await merchantRequest(request);
  const named = question.safeParse(new URL(request.url).searchParams.get("question"));
  const [register, states] = await Promise.all([readStoreRegister(shop), readQuestionStates(shop)]);
  const current = named.success ? named.data : nextQuestion(states);
  return {
    question: current,
    answers: current === null ? {} : readAnswers(register, current),
    states: [...states],
  };
}

/** Keeps an answer or skips, then goes on to what comes next; says what is wrong with an answer instead. */
export async function action({ request }: ActionFunctionArgs) {
  const knock = await merchantRequest(request);
  const { shop, staff } = knock;
  const form = await request.formData();
  const read = asked.safeParse({ intent: form.get("intent"), question: form.get("question") });
  if (!read.success) throw new Response(null, { status: 400 });
  const refusal = await refuseRole(knock, "work");
  if (refusal) return { problem: refusal.message };
  const now = new Date();
  if (read.data.intent === "skip") await skipQuestion(shop, read.data.question, now);
  else {
    const setBanner: Parameters<typeof answerQuestion>[2]["setBanner"] = (tx, of, banner) =>
      applyBanner(tx, of, banner, now);
    const answers = answersIn(form, read.data.question);
    const kept = await answerQuestion(shop, { question: read.data.question, answers }, { staff, now, setBanner });
    if (kept.kind === "wrong") return { problem: kept.why };
  }
  return redirect(after(read.data.question, await readQuestionStates(shop)));
}

/** The next in the list that waits; the first that waits when there is none behind it. */
function after(done: QuestionId, states: ReadonlyMap<QuestionId, unknown>): string {
  const next = QUESTIONS.slice(QUESTIONS.indexOf(done) + 1).find((each) => !states.has(each));
  return next === undefined ? HERE : `${HERE}?question=${next}`;
}

function answersIn(form: FormData, of: QuestionId) {
  const fields = QUESTION_TEXTS[of].fields.map(({ name }) => {
    const values = form.getAll(name).filter((value): value is string => typeof value === "string" && value !== "");
    return [name, values] as const;
  });
  return Object.fromEntries(fields);
}

/** One question, and the list of all. */
export default function Interview() {
  const { question: current, answers, states } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem ?? null;
  return <InterviewPage question={current} answers={answers} states={states} problem={problem} />;
}
