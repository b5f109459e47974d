import { BlockStack, Divider, InlineStack, Text } from "@shopify/polaris";
import { Fragment } from "react";
import type { RequestKind } from "../../law/requests.ts";
import type { RequestView, TaskView } from "../../requests/request-view.ts";
import { SectionCard } from "../section-card.tsx";
import { StateBadge } from "../state-badge.tsx";
import { When } from "../when.tsx";
import { TASK_WORDS, wordsFor } from "../words.ts";
import { LiftLimit } from "./shopify-actions.tsx";
import { TaskActions, taskName } from "./task-actions.tsx";

/** What each system has to do for a request, how far it has come, and what staff can do about it. */
export function TaskList({ view: { id, kind, tasks } }: { view: RequestView }) {
  return (
    <SectionCard title="Systems">
      {tasks.length === 0 && <Text as="p">No system had anything to do.</Text>}
      {tasks.map((task, index) => (
        <Fragment key={task.system}>
          {index > 0 && <Divider />}
          <Task task={task} kind={kind} request={id} />
        </Fragment>
      ))}
    </SectionCard>
  );
}

function Task({ task, kind, request }: { task: TaskView; kind: RequestKind; request: string }) {
  return (
    <BlockStack gap="200">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="h3" variant="headingSm">
          {taskName(task)}
        </Text>
        <StateBadge state={TASK_WORDS[task.status]} />
      </InlineStack>
      {task.cause !== null && <Text as="p">{task.cause}</Text>}
      <Text as="p" tone="subdued" variant="bodySm">
        {kind !== "delete" && task.progress > 0 && `${String(task.progress)} items collected. `}
        {triedText(task)} <Times task={task} />
      </Text>
      <TaskActions task={task} kind={kind} request={request} />
      {task.status === "done" && task.result === "as-asked" && task.system === "shopify" && isLimit(kind) && (
        <LiftLimit request={request} />
      )}
    </BlockStack>
  );
}

/** Kinds that stand on the customer's record until somebody lifts them. An opt-out of sale is the person's own to undo. */
const isLimit = (kind: RequestKind) => ["restrict", "object", "limit-sensitive", "withdraw-consent"].includes(kind);

const RESULT_WORDS: Readonly<Record<string, string>> = {
  gone: "Looked again: nothing of the customer is there.",
  "as-asked": "Looked again: it is as asked.",
  unreadable: "It took the order; nobody can look whether it is so.",
  "nothing-held": "It held nothing of the customer.",
  "by-hand": "Done by a member of your staff.",
};

function triedText({ attempts, startedAt, status, result, doneBy }: TaskView): string {
  if (status === "done" && result !== null && RESULT_WORDS[result] !== undefined) return wordsFor(RESULT_WORDS, result);
  if (status === "skipped" && doneBy === "staff") return "Skipped by a member of your staff, with a reason.";
  if (attempts === 0)
    return startedAt === null && status === "waiting" ? "Its turn comes when the others are done." : "Not tried yet.";
  return `Tried ${attempts === 1 ? "once" : `${String(attempts)} times`}.`;
}

function Times({ task: { status, nextTryAt, doneAt } }: { task: TaskView }) {
  if (doneAt)
    return (
      <>
        Finished <When at={doneAt} />.
      </>
    );
  if (nextTryAt === null) return null;
  return (
    <>
      {status === "pending" ? "Asked again on" : "Tried again by"} <When at={nextTryAt} />.
    </>
  );
}
