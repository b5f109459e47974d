import { BlockStack, List, Text } from "@shopify/polaris";
import type { DeskView } from "../../requests/desk-view.ts";

/** What the law makes the store keep after a deletion, and what goes all the same. */
export function WhatStays({ keeps: { until, law, stays, goes } }: { keeps: NonNullable<DeskView["keeps"]> }) {
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        What stays
      </Text>
      <Text as="p">
        Your country’s law ({law}) makes you keep invoices. An invoice of today stays until {until}; this is told to the
        customer. Of each order stays:
      </Text>
      <List>
        {stays.map((one) => (
          <List.Item key={one}>{one}</List.Item>
        ))}
      </List>
      <Text as="p">And this goes:</Text>
      <List>
        {goes.map((one) => (
          <List.Item key={one}>{one}</List.Item>
        ))}
      </List>
      <Text as="p" tone="subdued">
        Shopify removes name and address from its orders: keep the invoices themselves where your books are.
      </Text>
    </BlockStack>
  );
}
