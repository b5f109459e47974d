import { BlockStack, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import type { GroundChoice } from "../../requests/desk-view.ts";

/** A ground of the closed list, with when it may be used and what the customer is told. */
export function GroundField({ grounds }: { grounds: readonly GroundChoice[] }) {
  const [ground, setGround] = useState<string>(grounds[0]?.id ?? "");
  const chosen = grounds.find(({ id }) => id === ground);
  return (
    <BlockStack gap="200">
      <Select
        label="Ground"
        name="ground"
        options={grounds.map(({ id, title }) => ({ value: id, label: title }))}
        value={ground}
        onChange={setGround}
      />
      {chosen && (
        <BlockStack gap="100">
          <Text as="p">{chosen.use}</Text>
          <Text as="p" tone="subdued">
            {chosen.article}. The customer is told: “{chosen.words}”
          </Text>
        </BlockStack>
      )}
    </BlockStack>
  );
}
