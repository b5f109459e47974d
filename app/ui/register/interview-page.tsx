import { Form, useNavigation, useSubmit } from "@remix-run/react";
import {
  Banner,
  BlockStack,
  Button,
  InlineGrid,
  InlineStack,
  Link,
  List,
  Page,
  ProgressBar,
  Text,
} from "@shopify/polaris";
import { useState } from "react";
import { QUESTION_TEXTS } from "../../register/interview-questions.ts";
import { QUESTIONS, type Answers, type QuestionId, type QuestionState } from "../../register/interview.ts";
import { NothingHere } from "../nothing-here.tsx";
import { SectionCard } from "../section-card.tsx";
import { QuestionField } from "./question-field.tsx";

interface Props {
  /** Null when every question was answered or skipped. */
  question: QuestionId | null;
  /** What the register holds for it. */
  answers: Answers;
  states: readonly (readonly [QuestionId, QuestionState])[];
  /** Why the last answer was not kept; null when it was. */
  problem: string | null;
}

/** The questions, one at a time; each says why it is asked, and may be skipped. */
export function InterviewPage({ question, answers, states, problem }: Props) {
  const known = new Map(states);
  return (
    <Page
      title="Questions"
      subtitle="What only you can say about your store"
      backAction={{ content: "Register", url: "/app/register" }}
    >
      <InlineGrid columns={{ xs: 1, md: ["twoThirds", "oneThird"] }} gap="400" alignItems="start">
        {question === null ? (
          <Done states={known} />
        ) : (
          <Asked key={question} question={question} answers={answers} problem={problem} done={known.size} />
        )}
        <AllQuestions current={question} states={known} />
      </InlineGrid>
    </Page>
  );
}

function Done({ states }: { states: ReadonlyMap<QuestionId, QuestionState> }) {
  const skipped = [...states.values()].filter((state) => state === "skipped").length;
  return (
    <SectionCard title="All questions">
      <NothingHere title={skipped === 0 ? "Everything is answered" : "You came to the end"}>
        {skipped === 0
          ? "The register holds what you said. You can change each answer at any time."
          : `${String(skipped)} of the questions were skipped. They wait in the list, and the register shows what depends on them.`}
      </NothingHere>
      <InlineStack align="center">
        <Button variant="primary" url="/app/register">
          See the register
        </Button>
      </InlineStack>
    </SectionCard>
  );
}

function Asked({
  question,
  answers,
  problem,
  done,
}: Omit<Props, "states" | "question"> & { question: QuestionId; done: number }) {
  const { asks, why, fields } = QUESTION_TEXTS[question];
  const [draft, setDraft] = useState<Answers>(answers);
  const submit = useSubmit();
  const isBusy = useNavigation().state !== "idle";
  return (
    <SectionCard title={asks}>
      <BlockStack gap="100">
        <ProgressBar progress={(done / QUESTIONS.length) * 100} size="small" ariaLabelledBy="question-number" />
        <Text as="p" variant="bodySm" tone="subdued" id="question-number">
          Question {QUESTIONS.indexOf(question) + 1} of {QUESTIONS.length}
        </Text>
      </BlockStack>
      <Text as="p">{why}</Text>
      {problem !== null && <Banner tone="critical">{problem}</Banner>}
      <Form method="post">
        <input type="hidden" name="intent" value="answer" />
        <input type="hidden" name="question" value={question} />
        {fields.flatMap(({ name }) =>
          (draft[name] ?? []).map((value) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          )),
        )}
        <BlockStack gap="400">
          {fields.map((field) => (
            <QuestionField
              key={field.name}
              field={field}
              value={draft[field.name] ?? []}
              onChange={(value) => {
                setDraft((before) => ({ ...before, [field.name]: value }));
              }}
            />
          ))}
          <InlineStack gap="200">
            <Button submit variant="primary" loading={isBusy}>
              Keep and go on
            </Button>
            <Button
              disabled={isBusy}
              onClick={() => {
                submit({ intent: "skip", question }, { method: "post" });
              }}
            >
              Skip for now
            </Button>
          </InlineStack>
        </BlockStack>
      </Form>
    </SectionCard>
  );
}

const STATE_WORDS: Readonly<Record<QuestionState, string>> = { answered: "answered", skipped: "skipped" };

function AllQuestions({
  current,
  states,
}: {
  current: QuestionId | null;
  states: ReadonlyMap<QuestionId, QuestionState>;
}) {
  return (
    <SectionCard title="All questions">
      <List type="number">
        {QUESTIONS.map((question) => {
          const state = states.get(question);
          const { asks } = QUESTION_TEXTS[question];
          return (
            <List.Item key={question}>
              {question === current ? (
                <Text as="span" fontWeight="semibold">
                  {asks}
                </Text>
              ) : (
                <Link url={`/app/register/questions?question=${question}`}>{asks}</Link>
              )}
              {state !== undefined && (
                <Text as="span" tone="subdued">
                  {" "}
                  ({STATE_WORDS[state]})
                </Text>
              )}
            </List.Item>
          );
        })}
      </List>
    </SectionCard>
  );
}
