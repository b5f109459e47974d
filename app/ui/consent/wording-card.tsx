import { BlockStack, Box, Checkbox, Text } from "@shopify/polaris";
import { WORDINGS, type Wording } from "../../consent/storefront-settings.ts";
import { SectionCard } from "../section-card.tsx";
import type { FormPart } from "./form-part.ts";
import { WORDING_WORDS } from "./words.ts";

/** A wording of the banner's question, in English. */
export interface WordingText {
  wording: Wording;
  title: string;
  text: string;
}

/** Whether two wordings are compared, and what they say. */
export function WordingCard({ draft, onChange, texts }: FormPart & { texts: readonly WordingText[] }) {
  const isOn = draft.variants.length > 0;
  return (
    <SectionCard title="Compare two wordings">
      <BlockStack gap="400">
        <Checkbox
          label="Show each shopper one of two wordings, at random"
          helpText="Both name the same uses and have the same buttons. Each record says which one was read, and the consent page how they were answered. Off: everybody reads the first."
          checked={isOn}
          onChange={(checked) => {
            onChange({ variants: checked ? WORDINGS : [] });
          }}
        />
        {isOn &&
          texts.map(({ wording, title, text }) => (
            <Box key={wording} padding="300" background="bg-surface-secondary" borderRadius="200">
              <BlockStack gap="100">
                <Text as="h3" variant="headingSm">
                  {WORDING_WORDS[wording]}: {title}
                </Text>
                <Text as="p" variant="bodySm">
                  {text}
                </Text>
              </BlockStack>
            </Box>
          ))}
      </BlockStack>
    </SectionCard>
  );
}
