import { BlockStack, List, Page, Text } from "@shopify/polaris";
import type { RetentionRun, RetentionSummary, RuleFigure, Sample } from "../../retention/figure.ts";
import { ActionButton } from "../action-button.tsx";
import { SectionCard } from "../section-card.tsx";
import { StateBadge } from "../state-badge.tsx";
import { When } from "../when.tsx";
import type { Badged } from "../words.ts";
import { RulesCard } from "./rules-card.tsx";

interface Props {
  figures: readonly RuleFigure[];
  summary: RetentionSummary;
  samples: readonly Sample[];
  runs: readonly RetentionRun[];
  handle: string;
}

/** How long records are kept, what is past its period, and the erasures that rules ask for. */
export function RetentionPage({ figures, summary, samples, runs, handle }: Props) {
  const waiting = runs.find(({ state }) => state === "first-approval");
  const rule = figures.find(({ ender, past }) => ender === "approval" && past > 0);
  return (
    <Page
      title="Retention"
      subtitle="How long each kind of records is kept, and who ends it"
      backAction={{ content: "Register", url: "/app/register" }}
    >
      <BlockStack gap="400">
        <FigureCard summary={summary} figures={figures} />
        {rule && <DryRunCard rule={rule} samples={samples} isHalfApproved={waiting !== undefined} />}
        <RulesCard figures={figures} handle={handle} />
        {runs.length > 0 && <RunsCard runs={runs} />}
      </BlockStack>
    </Page>
  );
}

function FigureCard({ summary: { past, looks }, figures }: Pick<Props, "summary" | "figures">) {
  const counted = figures.flatMap(({ checkedAt }) => checkedAt ?? []);
  const [last] = counted.toSorted((one, other) => new Date(other).getTime() - new Date(one).getTime());
  return (
    <SectionCard title="Past their period" aside={<ActionButton intent="count">Count now</ActionButton>}>
      <BlockStack gap="100">
        <Text as="p" variant="heading2xl">
          {past}
        </Text>
        <Text as="p" tone="subdued">
          {last === undefined ? (
            "Not counted yet: Candor does it every night."
          ) : (
            <>
              Counted on <When isDay at={last} />.
            </>
          )}
          {looks > 0 &&
            ` ${looks === 1 ? "One kind of records is" : `${String(looks)} kinds of records are`} for you to look through.`}
        </Text>
      </BlockStack>
    </SectionCard>
  );
}

interface DryRun {
  rule: RuleFigure;
  samples: readonly Sample[];
  isHalfApproved: boolean;
}

function DryRunCard({ rule: { past, cutOff, underWay }, samples, isHalfApproved }: DryRun) {
  const people = past === 1 ? "one customer" : `${String(past)} customers`;
  return (
    <SectionCard title={`To be erased: ${people}`}>
      <BlockStack gap="300">
        <Text as="p">
          Nothing about them has changed at Shopify since {cutOff && <When isDay at={cutOff} />}: no order, no sign-up,
          no new address. Your rule says that they are kept no longer. Nothing happens before you approve it.
        </Text>
        {samples.length > 0 && (
          <List>
            {samples.map(({ who, lastChange }, at) => (
              <List.Item key={at}>
                {who}, last change on <When isDay at={lastChange} />
              </List.Item>
            ))}
          </List>
        )}
        <Text as="p" tone="subdued">
          Each is erased like somebody who asked for it: invoices stay as long as the law says, legal holds stop it,
          every system is asked and looked at. Whoever comes back before their turn is left alone.
          {underWay > 0 && ` ${String(underWay)} more are under way.`}
        </Text>
        {isHalfApproved && <Text as="p">One person has approved it. Your store wants two.</Text>}
        <ActionButton intent="approve" variant="primary" tone="critical">
          {`Erase ${people}`}
        </ActionButton>
      </BlockStack>
    </SectionCard>
  );
}

const STATES: Readonly<Record<RetentionRun["state"], Badged>> = {
  "first-approval": { label: "Waits for a second person", tone: "attention" },
  running: { label: "Running", tone: "info" },
  done: { label: "Done", tone: "success" },
};

function RunsCard({ runs }: { runs: readonly RetentionRun[] }) {
  return (
    <SectionCard title="Erasures by your rules">
      <List>
        {runs.map(({ id, state, cutOff, opened, createdAt }) => (
          <List.Item key={id}>
            Approved on <When isDay at={createdAt} />, customers without a change since <When isDay at={cutOff} />:{" "}
            {opened === 1 ? "one erasure" : `${String(opened)} erasures`} <StateBadge state={STATES[state]} />
          </List.Item>
        ))}
      </List>
    </SectionCard>
  );
}
