import { BlockStack, Button, Divider, InlineStack, Text } from "@shopify/polaris";
import { Fragment, useState } from "react";
import type { Issue } from "../../policy/issues.ts";
import type { Where } from "../../policy/issue.ts";
import { ActionButton } from "../action-button.tsx";
import { NothingHere } from "../nothing-here.tsx";
import { SectionCard } from "../section-card.tsx";
import { StateBadge } from "../state-badge.tsx";
import { SEVERITY_BADGES } from "./words.ts";

/** More than staff go through in one sitting; the gravest come first. */
const SHOWN = 8;

/** What is wrong with the register, the gravest first; each with one next step. `action`: the door that mends, when it is not the page's own. */
export function IssuesCard({ issues, action }: { issues: readonly Issue[]; action?: string }) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? issues : issues.slice(0, SHOWN);
  return (
    <SectionCard title="What to mend">
      {issues.length === 0 ? (
        <NothingHere title="Nothing to mend">
          The register is complete, and nothing in it is against a law that Candor knows.
        </NothingHere>
      ) : (
        <BlockStack gap="400">
          {shown.map((issue, index) => (
            <Fragment key={`${issue.code} ${issue.fact} ${issue.about}`}>
              {index > 0 && <Divider />}
              <IssueItem issue={issue} action={action} />
            </Fragment>
          ))}
          {issues.length > SHOWN && (
            <InlineStack>
              <Button
                variant="plain"
                disclosure={isAll ? "up" : "down"}
                onClick={() => {
                  setAll(!isAll);
                }}
              >
                {isAll ? "Show fewer" : `Show all ${String(issues.length)}`}
              </Button>
            </InlineStack>
          )}
        </BlockStack>
      )}
    </SectionCard>
  );
}

/** The page on which staff say what no program can know. */
export function pageOf(where: Where): string {
  return where.page === "question"
    ? `/app/register/questions?question=${where.question}`
    : `/app/register/vendors/${where.vendor}`;
}

function IssueItem({ issue, action }: { issue: Issue; action: string | undefined }) {
  const { code, fact, about, severity, says, law, button, isMendable, where } = issue;
  const other = isMendable ? "It is otherwise" : "Say what is so";
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <StateBadge state={SEVERITY_BADGES[severity]} />
        {law !== "" && (
          <Text as="span" variant="bodySm" tone="subdued">
            {law}
          </Text>
        )}
      </InlineStack>
      <Text as="p" breakWord>
        {says}
      </Text>
      <InlineStack gap="200">
        {isMendable && (
          <ActionButton
            intent="mend"
            {...(action !== undefined && { action })}
            fields={{ code, fact, about }}
            accessibilityLabel={`${button}. ${says}`}
          >
            {button}
          </ActionButton>
        )}
        <Button
          url={pageOf(where)}
          variant={isMendable ? "plain" : "secondary"}
          accessibilityLabel={`${other}. ${says}`}
        >
          {other}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
