import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, InlineStack, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { RequestKind } from "../../law/requests.ts";
import type { TaskView } from "../../requests/request-view.ts";
import { ActionButton } from "../action-button.tsx";
import type { Answer } from "../answer.ts";
import { useAnswer } from "../use-answer.ts";
import { systemName } from "../words.ts";
import { AskErasure } from "./shopify-actions.tsx";

type Act = "skip-task" | "task-by-hand";

const WORDS: Readonly<Record<Act, { label: string; help: string; submit: string }>> = {
  "skip-task": {
    label: "Why is this system skipped?",
    help: "Kept encrypted; that you skipped it goes into the evidence.",
    submit: "Skip it",
  },
  "task-by-hand": {
    label: "What proves that it is done?",
    help: "What you did and where, such as a ticket number. Kept encrypted; that you did it goes into the evidence.",
    submit: "Keep as done",
  },
};

const addressOf = (request: string) => `/app/requests/${request}/task`;

/** Whose part it is, as the store calls it. */
export const taskName = ({ name, system }: TaskView) => name ?? systemName(system);

/** What staff can do about one system's part: try again, say that it is done by hand, or skip it with a reason. */
export function TaskActions({ task, kind, request }: { task: TaskView; kind: RequestKind; request: string }) {
  const [act, setAct] = useState<Act | null>(null);
  const { system, status } = task;
  const isStuck = ["failed", "given-up", "by-hand", "pending"].includes(status);
  if (!isStuck) return null;
  if (system === "shopify" && kind === "delete" && status !== "pending" && act === null)
    return <AskErasure request={request} onSkip={setAct} />;
  const name = taskName(task);
  if (act !== null)
    return (
      <TaskForm
        act={act}
        action={addressOf(request)}
        system={system}
        onCancel={() => {
          setAct(null);
        }}
      />
    );
  return (
    <InlineStack gap="200">
      <ActionButton
        intent="retry-task"
        action={addressOf(request)}
        fields={{ system }}
        accessibilityLabel={`${status === "pending" ? "Ask now" : "Try again"}: ${name}`}
      >
        {status === "pending" ? "Ask now" : "Try again"}
      </ActionButton>
      {system !== "candor" && (
        <>
          <Button
            accessibilityLabel={`Done by hand: ${name}`}
            onClick={() => {
              setAct("task-by-hand");
            }}
          >
            Done by hand…
          </Button>
          <Button
            accessibilityLabel={`Skip: ${name}`}
            onClick={() => {
              setAct("skip-task");
            }}
          >
            Skip…
          </Button>
        </>
      )}
    </InlineStack>
  );
}

interface FormProps {
  act: Act;
  action: string;
  system: string;
  onCancel: () => void;
}

function TaskForm({ act, action, system, onCancel }: FormProps) {
  const fetcher = useFetcher<Answer>();
  const [text, setText] = useState("");
  useAnswer(fetcher.data);
  const { label, help, submit } = WORDS[act];
  return (
    <fetcher.Form method="post" action={action}>
      <input type="hidden" name="intent" value={act} />
      <input type="hidden" name="system" value={system} />
      <BlockStack gap="200">
        <TextField
          label={label}
          name="words"
          helpText={help}
          value={text}
          onChange={setText}
          autoComplete="off"
          multiline={2}
          maxLength={2_000}
        />
        <InlineStack gap="200">
          <Button submit variant="primary" loading={fetcher.state !== "idle"} disabled={text.trim().length < 3}>
            {submit}
          </Button>
          <Button onClick={onCancel}>Cancel</Button>
        </InlineStack>
      </BlockStack>
    </fetcher.Form>
  );
}
