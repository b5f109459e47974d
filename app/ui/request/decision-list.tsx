import { BlockStack, InlineStack, Text } from "@shopify/polaris";
import { SECTION_WORDS } from "../../package/sections.ts";
import type { DecisionView } from "../../requests/desk-view.ts";
import { SectionCard } from "../section-card.tsx";
import { When } from "../when.tsx";
import { DECISION_WORDS } from "../words.ts";

/** Who decided what, when. */
export function DecisionList({ decisions }: { decisions: readonly DecisionView[] }) {
  return (
    <SectionCard title="Decisions">
      <BlockStack gap="300">
        {decisions.map(({ id, decision, ground, at, by, until, withheld, hasReason }) => (
          <BlockStack key={id} gap="050">
            <InlineStack gap="200" align="space-between">
              <Text as="h3" variant="headingSm">
                {DECISION_WORDS[decision]}
              </Text>
              <Text as="span" tone="subdued">
                <When at={at} />
              </Text>
            </InlineStack>
            <Text as="p">
              By {by ?? "a member of your staff"}
              {ground === null ? "." : `: ${ground}.`}
            </Text>
            {until && (
              <Text as="p">
                Until <When at={until} isDay />.
              </Text>
            )}
            {withheld.length > 0 && (
              <Text as="p">Left out: {withheld.map((section) => SECTION_WORDS[section].title).join(", ")}.</Text>
            )}
            {hasReason && (
              <Text as="p" tone="subdued" variant="bodySm">
                The words that go with it are shown together with the customer.
              </Text>
            )}
          </BlockStack>
        ))}
      </BlockStack>
    </SectionCard>
  );
}
