import { BlockStack, Button, Divider, InlineStack, Text } from "@shopify/polaris";
import { Fragment } from "react";
import { periodText } from "../../register/period-text.ts";
import { RETENTION_WORDS, TRIGGER_WORDS } from "../../register/retention-rules.ts";
import type { Ender } from "../../retention/plan-retention.ts";
import type { RuleFigure } from "../../retention/figure.ts";
import { ActionButton } from "../action-button.tsx";
import { SectionCard } from "../section-card.tsx";
import { StateBadge } from "../state-badge.tsx";
import { When } from "../when.tsx";

const ENDS: Readonly<Record<Ender, string>> = {
  candor: "Candor removes them by itself, every day.",
  approval: "Candor asks you, then has each one erased in every system.",
  shopify: "Shopify removes them by itself.",
  staff: "Only a person can end them. Candor asks you once a year.",
  person: "They stay until the person asks. Anybody can, with the request form.",
  unsaid: "Nobody has said how long they are kept.",
};

/** Where staff find records that only a person can end, in Shopify admin. */
const AT_SHOPIFY: Readonly<Record<string, string>> = { "draft-orders": "draft_orders", orders: "orders" };

/** Every rule: how long, who ends it, and what is past its period. */
export function RulesCard({ figures, handle }: { figures: readonly RuleFigure[]; handle: string }) {
  return (
    <SectionCard
      title="Your rules"
      aside={
        <Button variant="plain" url="/app/register/questions?question=retention">
          Change them
        </Button>
      }
    >
      <BlockStack gap="300">
        {figures.map((figure, index) => (
          <Fragment key={figure.category}>
            {index > 0 && <Divider />}
            <Rule figure={figure} handle={handle} />
          </Fragment>
        ))}
      </BlockStack>
    </SectionCard>
  );
}

function Rule({ figure, handle }: { figure: RuleFigure; handle: string }) {
  const { category, period, trigger, ender, lawMonths, past, lookedAt, isLookDue } = figure;
  const name = RETENTION_WORDS[category];
  const page = AT_SHOPIFY[category];
  return (
    <BlockStack gap="100">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="h3" variant="headingSm">
          {name.charAt(0).toUpperCase() + name.slice(1)}
        </Text>
        {past > 0 && <StateBadge state={{ label: `${String(past)} past their period`, tone: "warning" }} />}
      </InlineStack>
      <Text as="p">
        {period !== null && period !== "until-asked" && `${periodText(period)} ${TRIGGER_WORDS[trigger]}. `}
        {ENDS[ender]}
        {lawMonths !== null && ` The law has them kept for ${String(lawMonths)} months, and that counts.`}
      </Text>
      {ender === "staff" && (
        <InlineStack gap="200" blockAlign="center">
          {page !== undefined && (
            <Button
              url={`https://admin.shopify.com/store/${handle}/${page}`}
              target="_top"
              accessibilityLabel={`Open in Shopify: ${name}`}
            >
              Open in Shopify
            </Button>
          )}
          <ActionButton
            intent="looked-through"
            fields={{ category }}
            accessibilityLabel={`I have looked through them: ${name}`}
          >
            I have looked through them
          </ActionButton>
          <Text as="span" tone="subdued">
            {lookedAt === null ? (
              "Nobody has looked yet"
            ) : (
              <>
                Looked through on <When isDay at={lookedAt} />
              </>
            )}
          </Text>
          {isLookDue && <StateBadge state={{ label: "Look is due", tone: "attention" }} />}
        </InlineStack>
      )}
    </BlockStack>
  );
}
