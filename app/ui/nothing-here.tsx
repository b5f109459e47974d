import { BlockStack, Box, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

/** What an empty list says: why it is empty, and what fills it. */
export function NothingHere({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box padding="800">
      <BlockStack gap="200" inlineAlign="center">
        <Text as="h2" variant="headingMd" alignment="center">
          {title}
        </Text>
        <Box maxWidth="34rem">
          <Text as="p" tone="subdued" alignment="center">
            {children}
          </Text>
        </Box>
      </BlockStack>
    </Box>
  );
}
