import { Badge, BlockStack, Button, Divider, InlineStack, Text } from "@shopify/polaris";
import type { PolicyAudit, PolicyGap } from "../../policy/audit.ts";
import { GAP_DUTIES } from "../../policy/gaps/find-gaps.ts";
import { NothingHere } from "../nothing-here.tsx";
import { SectionCard } from "../section-card.tsx";
import type { Shown } from "./text-card.tsx";

const NAMES: ReadonlyMap<string, string> = new Map(GAP_DUTIES.map(([id, { name }]) => [id, name]));

/** What the policy lacks or says wrongly, each with its reason, its law and its sentence. */
export function GapsCard({ audit: { gaps, empty }, onShow }: { audit: PolicyAudit; onShow: (shown: Shown) => void }) {
  return (
    <SectionCard
      title="Gaps"
      aside={<Badge tone={gaps.length > 0 ? "warning" : "success"}>{String(gaps.length)}</Badge>}
    >
      {gaps.length === 0 && (
        <NothingHere title="No gaps">It has what the laws of the places you chose ask for.</NothingHere>
      )}
      <BlockStack gap="300">
        {gaps.map((gap, index) => (
          <BlockStack key={gap.id} gap="300">
            {index > 0 && <Divider />}
            <Gap gap={gap} onShow={onShow} />
            {gap.id === "G16" &&
              empty.map((one) => (
                <Place
                  key={one.start}
                  words={one.kind === "link" ? `“${one.text}”: ${one.sentence}` : one.sentence}
                  shown={one}
                  onShow={onShow}
                />
              ))}
          </BlockStack>
        ))}
      </BlockStack>
    </SectionCard>
  );
}

function Gap({
  gap: { id, why, law, sentence, start, end },
  onShow,
}: {
  gap: PolicyGap;
  onShow: (shown: Shown) => void;
}) {
  const hasPlace = sentence !== undefined && start !== undefined && end !== undefined && id !== "G16";
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Badge>{id}</Badge>
        <Text as="h3" variant="headingSm">
          {NAMES.get(id) ?? id}
        </Text>
      </InlineStack>
      <Text as="p">{why}</Text>
      <Text as="p" tone="subdued" variant="bodySm">
        {law}
      </Text>
      {hasPlace && <Place words={sentence} shown={{ start, end }} onShow={onShow} />}
    </BlockStack>
  );
}

/** The sentence that a finding rests on, and the way to it. */
export function Place({ words, shown, onShow }: { words: string; shown: Shown; onShow: (shown: Shown) => void }) {
  return (
    <BlockStack gap="100" inlineAlign="start">
      <Text as="p" variant="bodySm" breakWord>
        <q>{words.length > 220 ? `${words.slice(0, 220)}…` : words}</q>
      </Text>
      <Button
        variant="plain"
        accessibilityLabel={`Show in the text: ${words.slice(0, 60)}`}
        onClick={() => {
          onShow({ start: shown.start, end: shown.end });
        }}
      >
        Show in the text
      </Button>
    </BlockStack>
  );
}
