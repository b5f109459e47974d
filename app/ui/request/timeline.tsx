import { Text } from "@shopify/polaris";
import { EntryList } from "../entry-list.tsx";
import type { Entry } from "../entry-sentence.ts";
import { SectionCard } from "../section-card.tsx";

/** What happened to a request, newest first, as the evidence has it. */
export function Timeline({ entries }: { entries: readonly Entry[] }) {
  return (
    <SectionCard title="What happened">
      <Text as="p" tone="subdued">
        Each line is an entry of the evidence chain. Open it to see what is recorded, word for word.
      </Text>
      <EntryList entries={entries} />
    </SectionCard>
  );
}
