import { BlockStack, Box, InlineGrid, InlineStack, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { PURPOSES, type Purpose } from "../../law/purposes.ts";
import { NothingHere } from "../nothing-here.tsx";
import { SectionCard } from "../section-card.tsx";
import { languageName, placeName } from "./place-name.ts";
import { RateBars } from "./rate-bars.tsx";
import { RateChart } from "./rate-chart.tsx";
import { RateTable } from "./rate-table.tsx";
import {
  addRates,
  percentText,
  PERIODS,
  type GroupRates,
  type OptInRates,
  type Period,
  type Rate,
} from "../../consent/opt-in-rates.ts";
import { DEVICE_WORDS, PURPOSE_WORDS } from "./words.ts";
import { wordsFor } from "../words.ts";

interface Props {
  rates: OptInRates;
  period: Period;
  onPeriod: (period: string) => void;
}

const PURPOSE_OPTIONS = PURPOSES.map((value) => ({ label: PURPOSE_WORDS[value], value }));

/** How many shoppers say yes: by purpose, over time, and by place, language and device. */
export function RatesCard({ rates, period, onPeriod }: Props) {
  const choices = rates.days.reduce((sum, day) => sum + day.choices, 0);
  return (
    <SectionCard
      title="Opt-in rate"
      aside={
        <Select
          label="Period"
          labelHidden
          options={PERIODS.map((days) => ({ label: `Last ${String(days)} days`, value: String(days) }))}
          value={String(period)}
          onChange={onPeriod}
        />
      }
    >
      {choices === 0 ? (
        <NothingHere title="No shopper has chosen yet">
          As soon as the banner is on and shoppers answer it, you see here how many allow what. Nothing is counted that
          was not asked.
        </NothingHere>
      ) : (
        <Charts rates={rates} choices={choices} />
      )}
      {rates.optOuts.choices > 0 && <OptOuts {...rates.optOuts} />}
    </SectionCard>
  );
}

/** Who had a right to say no and used it: no part of any rate, because nobody counts those who saw the notice. */
function OptOuts({ choices, rates: { sale } }: GroupRates) {
  const refused = sale.offered - sale.allowed;
  return (
    <Box paddingBlockStart="400">
      <Text as="p" tone="subdued">
        Where the law lets shoppers say no instead of asking them, {choices === 1 ? "one" : String(choices)} changed
        something; {String(refused)} of them turned off sale and sharing. They are in none of these rates.
      </Text>
    </Box>
  );
}

function Charts({ rates, choices }: { rates: OptInRates; choices: number }) {
  const [purpose, setPurpose] = useState<Purpose>("analytics");
  const all = addRates(rates.days);
  return (
    <BlockStack gap="500">
      <Text as="p" tone="subdued">
        {choices === 1 ? "One first answer" : `${String(choices)} first answers`} of shoppers who were asked, with
        nothing ticked. A purpose counts only where it was put to them.
      </Text>
      <InlineGrid columns={{ xs: 2, md: 4 }} gap="400">
        {PURPOSES.map((one) => (
          <Figure key={one} name={PURPOSE_WORDS[one]} rate={all[one]} />
        ))}
      </InlineGrid>
      <RateChart days={rates.days} />
      <RateTable days={rates.days} />
      <InlineStack>
        <Select
          label="Compare"
          labelInline
          options={PURPOSE_OPTIONS}
          value={purpose}
          onChange={(value) => {
            setPurpose(PURPOSES.find((one) => one === value) ?? "analytics");
          }}
        />
      </InlineStack>
      <InlineGrid columns={{ xs: 1, md: 3 }} gap="500">
        <RateBars title="By place" groups={rates.regions} purpose={purpose} nameOf={placeName} />
        <RateBars title="By language" groups={rates.languages} purpose={purpose} nameOf={languageName} />
        <RateBars
          title="By device"
          groups={rates.devices}
          purpose={purpose}
          nameOf={(key) => wordsFor(DEVICE_WORDS, key)}
        />
      </InlineGrid>
    </BlockStack>
  );
}

function Figure({ name, rate }: { name: string; rate: Rate }) {
  return (
    <Box>
      <BlockStack gap="050">
        <Text as="h3" variant="headingSm">
          {name}
        </Text>
        <Text as="p" variant="headingLg">
          {percentText(rate)}
        </Text>
        <Text as="p" variant="bodySm" tone="subdued">
          {rate.allowed} of {rate.offered}
        </Text>
      </BlockStack>
    </Box>
  );
}
