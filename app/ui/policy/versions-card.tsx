import { BlockStack, Text } from "@shopify/polaris";
import { ActionButton } from "../action-button.tsx";
import { SectionCard } from "../section-card.tsx";

/** A published version as the page shows it. */
export interface ShownVersion {
  number: number;
  effectiveOn: string;
  languages: readonly string[];
}

/** Every version that was published. */
export function VersionsCard({ versions }: { versions: readonly ShownVersion[] }) {
  return (
    <SectionCard title="Published">
      {versions.length === 0 ? (
        <Text as="p">Nothing yet. Your first version starts the archive that shoppers can read.</Text>
      ) : (
        <BlockStack gap="200" inlineAlign="start">
          {versions.map(({ number, effectiveOn, languages }) => (
            <Text as="p" key={number}>
              Version {number}, in force from {effectiveOn} ({languages.join(", ")})
            </Text>
          ))}
          <ActionButton intent="look" size="slim">
            Compare with Shopify now
          </ActionButton>
        </BlockStack>
      )}
    </SectionCard>
  );
}
