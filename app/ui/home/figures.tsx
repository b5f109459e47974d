import { BlockStack, Card, InlineGrid, Text } from "@shopify/polaris";
import type { RetentionSummary } from "../../retention/figure.ts";
import type { Overview } from "../../overview/overview.ts";

/** The figures that say whether the store keeps its promises. */
export function Figures({ overview, retention }: { overview: Overview; retention: RetentionSummary }) {
  const { running, onHold, dueSoon, overdue } = overview;
  return (
    <InlineGrid columns={{ xs: 2, md: 5 }} gap="400">
      <Figure
        name="Open requests"
        value={String(running)}
        note={onHold > 0 ? `${String(onHold)} on hold` : "None on hold"}
      />
      <Figure name="Due within 7 days" value={String(dueSoon)} note="By the law that applies" />
      <Figure
        name="Overdue"
        value={String(overdue)}
        note={overdue === 0 ? "Nothing is late" : "Answer these first"}
        isCritical={overdue > 0}
      />
      <Answered overview={overview} />
      <Figure
        name="Past their period"
        value={String(retention.past)}
        note={retention.past === 1 ? "Record kept too long" : "Records kept too long"}
        isCritical={retention.past > 0}
      />
    </InlineGrid>
  );
}

function Answered({ overview: { answered, answeredOnTime, medianDays } }: { overview: Overview }) {
  const value = answered === 0 ? "–" : `${String(Math.floor((answeredOnTime / answered) * 100))}%`;
  const half = medianDays === null ? "" : `, half within ${days(medianDays)}`;
  return <Figure name="Answered on time" value={value} note={`${String(answered)} in 90 days${half}`} />;
}

function days(count: number): string {
  if (count < 1) return "a day";
  return `${count.toFixed(count < 10 ? 1 : 0)} days`;
}

function Figure({
  name,
  value,
  note,
  isCritical = false,
}: {
  name: string;
  value: string;
  note: string;
  isCritical?: boolean;
}) {
  return (
    <Card>
      <BlockStack gap="100">
        <Text as="h2" variant="headingSm">
          {name}
        </Text>
        <Text as="p" variant="headingXl" {...(isCritical && { tone: "critical" })}>
          {value}
        </Text>
        <Text as="p" tone="subdued" variant="bodySm">
          {note}
        </Text>
      </BlockStack>
    </Card>
  );
}
