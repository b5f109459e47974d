import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import type { ConnectorKind } from "../../processors/connectors.ts";
import { SectionCard } from "../section-card.tsx";
import { CONNECTOR_WORDS } from "./connector-words.ts";

/** A service that the store uses and that is no processor yet. */
export interface Found {
  id: string;
  name: string;
  connector: ConnectorKind;
}

/** What the store uses by its register, or its pages loaded, and nobody asks yet. Nothing when all are asked. */
export function FoundCard({ found, mayRule }: { found: readonly Found[]; mayRule: boolean }) {
  if (found.length === 0) return null;
  return (
    <SectionCard title="Used by your store, and not asked yet">
      <Text as="p">
        Your register names these services, or your pages loaded them. If they hold data of your customers, add them.
      </Text>
      <BlockStack gap="300">
        {found.map(({ id, name, connector }) => (
          <InlineStack key={id} gap="200" align="space-between" blockAlign="center">
            <BlockStack>
              <Text as="h3" variant="headingSm">
                {name}
              </Text>
              <Text as="span" variant="bodySm" tone="subdued">
                {CONNECTOR_WORDS[connector].label}
              </Text>
            </BlockStack>
            {mayRule && (
              <Button url={`/app/processors/new?vendor=${id}`} accessibilityLabel={`Add ${name}`}>
                Add
              </Button>
            )}
          </InlineStack>
        ))}
      </BlockStack>
    </SectionCard>
  );
}
