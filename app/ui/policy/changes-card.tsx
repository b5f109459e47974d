import { Badge, BlockStack, Box, Text } from "@shopify/polaris";
import type { SentenceChange } from "../../policy/compare-policies.ts";
import { SectionCard } from "../section-card.tsx";

/** Sentences that are shown at once. */
const SHOWN = 40;

/** What the draft says otherwise than the published policy, sentence by sentence, and why. */
export function ChangesCard({ sentences }: { sentences: readonly SentenceChange[] }) {
  return (
    <SectionCard title="What would change" aside={<Badge>{`${sentences.length} sentences`}</Badge>}>
      {sentences.length === 0 ? (
        <Text as="p">Nothing: the published policy says what your register says.</Text>
      ) : (
        <BlockStack gap="300">
          {sentences.slice(0, SHOWN).map(({ section, before, after, because }, at) => (
            <Box key={at} borderBlockStartWidth="025" borderColor="border-secondary" paddingBlockStart="200">
              <Text as="p" tone="subdued">
                {section}
              </Text>
              {before !== "" && (
                <Text as="p">
                  <del>{before}</del>
                </Text>
              )}
              {after !== "" && (
                <Text as="p">
                  <ins>{after}</ins>
                </Text>
              )}
              <Text as="p" tone="subdued" variant="bodySm">
                {[...because.facts.slice(0, 3), ...because.articles].join(" · ")}
              </Text>
            </Box>
          ))}
          {sentences.length > SHOWN && <Text as="p">And {sentences.length - SHOWN} more.</Text>}
        </BlockStack>
      )}
    </SectionCard>
  );
}
