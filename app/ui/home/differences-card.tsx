import { BlockStack, Button, Divider, InlineStack, Text } from "@shopify/polaris";
import { Fragment } from "react";
import type { Difference } from "../../overview/differences.ts";
import { NothingHere } from "../nothing-here.tsx";
import { SEVERITY_BADGES } from "../register/words.ts";
import { SectionCard } from "../section-card.tsx";
import { StateBadge } from "../state-badge.tsx";

/** Where the store's words and its behaviour differ, each with one next step. */
export function DifferencesCard({ differences }: { differences: readonly Difference[] }) {
  return (
    <SectionCard title="Words and behaviour">
      {differences.length === 0 ? (
        <NothingHere title="Your store does what it says">
          Candor compares your policy with your storefront, your register and Shopify every day.
        </NothingHere>
      ) : (
        <BlockStack gap="300">
          {differences.map(({ code, says, severity, step }, index) => (
            <Fragment key={code}>
              {index > 0 && <Divider />}
              <InlineStack align="space-between" blockAlign="center" gap="300">
                <InlineStack gap="200" blockAlign="center">
                  <StateBadge state={SEVERITY_BADGES[severity]} />
                  <Text as="p" breakWord>
                    {says}
                  </Text>
                </InlineStack>
                <Button url={step.url} accessibilityLabel={`${step.label}. ${says}`}>
                  {step.label}
                </Button>
              </InlineStack>
            </Fragment>
          ))}
        </BlockStack>
      )}
    </SectionCard>
  );
}
