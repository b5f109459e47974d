import { Badge, BlockStack, Box, InlineStack, Link, List, Text } from "@shopify/polaris";
import type { Severity } from "../../policy/issue.ts";
import type { BadgeTone } from "../words.ts";
import { SectionCard } from "../section-card.tsx";

/** An issue as the page shows it. */
export interface ShownIssue {
  code: string;
  severity: Severity;
  law: string;
  says: string;
}

const LABELS: Readonly<Record<Severity, { label: string; tone: BadgeTone }>> = {
  blocking: { label: "Must be mended", tone: "critical" },
  warning: { label: "Look at it", tone: "warning" },
  hint: { label: "Could be better", tone: "info" },
};

/** What is wrong with the facts that the policy is made from. */
export function IssuesCard({ issues }: { issues: readonly ShownIssue[] }) {
  const blocking = issues.filter(({ severity }) => severity === "blocking");
  const shown = blocking.length > 0 ? blocking : issues;
  return (
    <SectionCard
      title="What is wrong"
      aside={<Badge tone={blocking.length > 0 ? "critical" : "success"}>{`${blocking.length} to mend`}</Badge>}
    >
      {issues.length === 0 ? (
        <Text as="p">Nothing is missing or contradictory.</Text>
      ) : (
        <BlockStack gap="300">
          <Box maxWidth="100%">
            <List>
              {shown.map(({ code, severity, law, says }, at) => (
                <List.Item key={`${code} ${at}`}>
                  <InlineStack gap="200" blockAlign="center">
                    <Badge tone={LABELS[severity].tone}>{LABELS[severity].label}</Badge>
                    <Text as="span" tone="subdued">
                      {law}
                    </Text>
                  </InlineStack>
                  {says}
                </List.Item>
              ))}
            </List>
          </Box>
          <Link url="/app/register">Mend them in the register</Link>
        </BlockStack>
      )}
    </SectionCard>
  );
}
