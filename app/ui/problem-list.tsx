import { Badge, BlockStack, Divider, InlineStack, Link, Text } from "@shopify/polaris";
import { Fragment } from "react";
import { ActionButton } from "./action-button.tsx";
import { When } from "./when.tsx";
import { JOB_WORDS, wordsFor } from "./words.ts";

/** A failed job as the pages get it. */
export interface ProblemRow {
  job: string;
  name: string;
  cause: string;
  attempts: number;
  /** Given up: it runs again only when someone asks for it. */
  dead: boolean;
  lastAt: Date;
  about: Readonly<Record<string, string>>;
}

interface Props {
  problems: readonly ProblemRow[];
  /** Whether each leads to its request: not where that is shown already. */
  linksRequests?: boolean;
}

/** Failed jobs: what failed, why, and a button that tries it again. */
export function ProblemList({ problems, linksRequests = false }: Props) {
  return (
    <BlockStack gap="300">
      {problems.map((problem, index) => (
        <Fragment key={problem.job}>
          {index > 0 && <Divider />}
          <InlineStack align="space-between" blockAlign="center" gap="300">
            <BlockStack gap="100">
              <InlineStack gap="200" blockAlign="center" align="start">
                <Text as="h3" variant="headingSm">
                  {wordsFor(JOB_WORDS, problem.name)}
                </Text>
                <Badge tone={problem.dead ? "critical" : "warning"}>{problem.dead ? "Given up" : "Trying again"}</Badge>
              </InlineStack>
              <Text as="p">{problem.cause}</Text>
              <Text as="p" tone="subdued" variant="bodySm">
                Tried {problem.attempts} {problem.attempts === 1 ? "time" : "times"}, last on{" "}
                <When at={problem.lastAt} />
                {linksRequests && problem.about["request"] !== undefined && (
                  <>
                    {" · "}
                    <Link url={`/app/requests/${problem.about["request"]}`}>Open the request</Link>
                  </>
                )}
              </Text>
            </BlockStack>
            <ActionButton
              intent="retry"
              fields={{ job: problem.job }}
              accessibilityLabel={`Try again: ${wordsFor(JOB_WORDS, problem.name)}`}
            >
              Try again
            </ActionButton>
          </InlineStack>
        </Fragment>
      ))}
    </BlockStack>
  );
}
