import { BlockStack, InlineStack, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { compareWordings, wordingRates, type WordingVerdict } from "../../consent/compare-wordings.ts";
import { percentText, type GroupRates, type Period } from "../../consent/opt-in-rates.ts";
import { PURPOSES, type Purpose } from "../../law/purposes.ts";
import { SectionCard } from "../section-card.tsx";
import { DataGrid } from "./data-grid.tsx";
import { PURPOSE_WORDS, WORDING_WORDS } from "./words.ts";

const OPTIONS = PURPOSES.map((value) => ({ label: PURPOSE_WORDS[value], value }));

interface Props {
  groups: readonly GroupRates[];
  period: Period;
  /** Whether they are compared now. */
  isCompared: boolean;
}

/** How two wordings of the question were answered, if they were, and whether more can be said of them than chance would. */
export function WordingsCard(props: Props) {
  return props.isCompared || props.groups.length > 0 ? <Wordings {...props} /> : null;
}

function Wordings({ groups, period }: Props) {
  const [purpose, setPurpose] = useState<Purpose>("analytics");
  const rates = wordingRates(groups, purpose);
  return (
    <SectionCard
      title="Two wordings"
      aside={
        <Select
          label="Purpose"
          labelInline
          options={OPTIONS}
          value={purpose}
          onChange={(value) => {
            setPurpose(PURPOSES.find((one) => one === value) ?? "analytics");
          }}
        />
      }
    >
      <BlockStack gap="300">
        <DataGrid
          caption={`How the wordings were answered in the last ${String(period)} days`}
          headings={["Wording", "Asked", "Allowed", "Rate", "Likely between"]}
          rows={rates.map((rate) => [
            WORDING_WORDS[rate.wording],
            String(rate.offered),
            String(rate.allowed),
            percentText(rate),
            `${percent(rate.low)} and ${percent(rate.high)}`,
          ])}
        />
        <Text as="p">{verdictText(compareWordings(groups, purpose))}</Text>
        <InlineStack>
          <Text as="p" variant="bodySm" tone="subdued">
            First answers to the banner. “Likely” means 95 times of 100. A difference is named only when it would stand
            however often you look, so it may take thousands of answers. Both wordings ask for the same; a no counts as
            much as a yes.
          </Text>
        </InlineStack>
      </BlockStack>
    </SectionCard>
  );
}

function verdictText(verdict: WordingVerdict): string {
  if (verdict.kind === "too-few") return `Nothing can be said before each was answered ${String(verdict.least)} times.`;
  const { low, high } = verdict;
  if (verdict.kind === "open") {
    return `No difference can be told. The question’s rate may lie ${points(low)} to ${points(high)} from the statement’s.`;
  }
  const [least, most] = [Math.min(Math.abs(low), Math.abs(high)), Math.max(Math.abs(low), Math.abs(high))];
  return `“${WORDING_WORDS[verdict.more]}” gets a yes more often, by ${tenth(least)} to ${tenth(most)} percentage points.`;
}

function percent(share: number): string {
  return `${tenth(share)}%`;
}

function points(share: number): string {
  return `${share < 0 ? "−" : "+"}${tenth(Math.abs(share))} points`;
}

function tenth(share: number): string {
  return (share * 100).toFixed(1);
}
