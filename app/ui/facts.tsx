import { BlockStack, InlineGrid, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

/** Facts with their names, side by side where there is room. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <InlineGrid columns={{ xs: 1, sm: 2, md: 3 }} gap="400">
      {facts.map(([name, value]) => (
        <BlockStack key={name} gap="050">
          <Text as="span" variant="bodySm" tone="subdued">
            {name}
          </Text>
          <Text as="span" breakWord>
            {value}
          </Text>
        </BlockStack>
      ))}
    </InlineGrid>
  );
}
