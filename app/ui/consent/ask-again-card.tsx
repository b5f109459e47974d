import { BlockStack, Button, ChoiceList, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { askAnew } from "../../consent/settings.ts";
import { PURPOSES, purposesIn, setOf } from "../../law/purposes.ts";
import { SectionCard } from "../section-card.tsx";
import type { FormPart } from "./form-part.ts";
import { PURPOSE_WORDS, purposeList } from "./words.ts";

/** Asks shoppers again about what changed: only those who said yes to it. */
export function AskAgainCard({ draft, onChange, saved }: FormPart & { saved: number }) {
  const [chosen, setChosen] = useState<string[]>([]);
  const waiting = draft.changes.filter(([version]) => version > saved);
  const asked = waiting.reduce((set, [, purposes]) => set | purposes, 0);
  return (
    <SectionCard title="Ask again">
      <BlockStack gap="300">
        <Text as="p">
          Do this when you use data for something new under one of these names. Whoever allowed it is asked again about
          it; a no stays a no.
        </Text>
        {asked > 0 ? (
          <Text as="p" fontWeight="semibold">
            When you save, shoppers are asked again about: {purposeList(asked, "nothing")}.
          </Text>
        ) : (
          <>
            <ChoiceList
              allowMultiple
              title="Ask again about"
              choices={purposesIn(draft.offered).map((value) => ({ value, label: PURPOSE_WORDS[value] }))}
              selected={chosen}
              onChange={setChosen}
            />
            <InlineStack>
              <Button
                disabled={chosen.length === 0}
                onClick={() => {
                  const { policy, changes } = askAnew(
                    draft,
                    setOf(PURPOSES.filter((purpose) => chosen.includes(purpose))),
                  );
                  onChange({ policy, changes });
                  setChosen([]);
                }}
              >
                Ask again
              </Button>
            </InlineStack>
          </>
        )}
      </BlockStack>
    </SectionCard>
  );
}
