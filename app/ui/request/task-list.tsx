import { BlockStack, Divider, InlineStack, Text } from "@shopify/polaris";
import { Fragment } from "react";
import type { RequestKind } from "../../law/requests.ts";
import type { TaskView } from "../../requests/request-view.ts";
import { SectionCard } from "../section-card.tsx";
import { StateBadge } from "../state-badge.tsx";
import { When } from "../when.tsx";
import { SYSTEM_WORDS, TASK_WORDS } from "../words.ts";

/** What each system has to do for a request, and how far it has come. */
export function TaskList({ tasks, kind }: { tasks: readonly TaskView[]; kind: RequestKind }) {
  return (
    <SectionCard title="Systems">
      {tasks.length === 0 && <Text as="p">No system had anything to do.</Text>}
      {tasks.map((task, index) => (
        <Fragment key={task.system}>
          {index > 0 && <Divider />}
          <BlockStack gap="100">
            <InlineStack align="space-between" blockAlign="center" gap="200">
              <Text as="h3" variant="headingSm">
                {SYSTEM_WORDS[task.system]}
              </Text>
              <StateBadge state={TASK_WORDS[task.status]} />
            </InlineStack>
            {task.cause !== null && <Text as="p">{task.cause}</Text>}
            <Text as="p" tone="subdued" variant="bodySm">
              {kind !== "delete" && task.progress > 0 && `${String(task.progress)} items collected. `}
              {task.attempts === 0
                ? "Not tried yet."
                : `Tried ${task.attempts === 1 ? "once" : `${String(task.attempts)} times`}.`}
              {task.doneAt && (
                <>
                  {" "}
                  Finished <When at={task.doneAt} />.
                </>
              )}
            </Text>
          </BlockStack>
        </Fragment>
      ))}
      {kind === "delete" && (
        <Text as="p" tone="subdued">
          Shopify erases its own records of the customer; this request is Candor’s part.
        </Text>
      )}
    </SectionCard>
  );
}
