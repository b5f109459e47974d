import { BlockStack, Box, InlineStack, Link, Text } from "@shopify/polaris";
import type { LineChanges } from "../../policy/line-changes.ts";
import { ActionButton } from "../action-button.tsx";
import { SectionCard } from "../section-card.tsx";

/** What somebody did to Shopify's copy of version `number`. */
export interface ShownDrift {
  number: number;
  isGone: boolean;
  changes: LineChanges;
}

/** Lines that are shown of each side. */
const SHOWN = 12;

/** Somebody changed the policy in Shopify by hand: what differs, and two ways to make both one again. */
export function DriftCard({ drift: { number, isGone, changes }, handle }: { drift: ShownDrift; handle: string }) {
  return (
    <SectionCard
      title={isGone ? "Your policy at Shopify was deleted" : "Your policy was changed in Shopify by hand"}
      aside={
        <Link url={`https://admin.shopify.com/store/${handle}/settings/legal`} target="_top">
          Open in Shopify
        </Link>
      }
    >
      <BlockStack gap="300">
        <Text as="p">
          What shoppers read at Shopify is no longer version {number}, which you published here.
          {isGone ? "" : " Take over what the new text says into your register, or put your version back."}
        </Text>
        {!isGone && <Differences {...changes} />}
        <InlineStack gap="200">
          <ActionButton intent="put-back" variant="primary">
            Put it back
          </ActionButton>
          {!isGone && <ActionButton intent="take-over">Take it over</ActionButton>}
        </InlineStack>
      </BlockStack>
    </SectionCard>
  );
}

/** What stood there, struck through, and what stands there now. */
export function Differences({ gone, came }: LineChanges) {
  const more = Math.max(0, gone.length - SHOWN) + Math.max(0, came.length - SHOWN);
  return (
    <Box borderInlineStartWidth="050" borderColor="border-caution" paddingInlineStart="300">
      <BlockStack gap="150">
        {gone.slice(0, SHOWN).map((line, at) => (
          <Text as="p" key={`gone ${at}`} breakWord>
            <del>{line}</del>
          </Text>
        ))}
        {came.slice(0, SHOWN).map((line, at) => (
          <Text as="p" key={`came ${at}`} breakWord>
            <ins>{line}</ins>
          </Text>
        ))}
        {more > 0 && (
          <Text as="p" tone="subdued">
            And {more} more lines.
          </Text>
        )}
        {gone.length + came.length === 0 && (
          <Text as="p" tone="subdued">
            The words are the same: only their form was changed.
          </Text>
        )}
      </BlockStack>
    </Box>
  );
}
