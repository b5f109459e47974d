import { Text } from "@shopify/polaris";
import { PURPOSES } from "../../law/purposes.ts";
import { DataGrid } from "./data-grid.tsx";
import { dayText } from "./day-text.ts";
import { percentText, type GroupRates } from "../../consent/opt-in-rates.ts";
import { PURPOSE_WORDS } from "./words.ts";

/** The figures of the chart as a table, for anyone who opens it. */
export function RateTable({ days }: { days: readonly GroupRates[] }) {
  const shown = days.filter(({ choices }) => choices > 0).toReversed();
  return (
    <details>
      <summary style={{ cursor: "pointer" }}>
        <Text as="span" variant="bodySm">
          The same as a table
        </Text>
      </summary>
      <DataGrid
        caption="Opt-in rate by purpose and day"
        headings={["Day", "Choices", ...PURPOSES.map((purpose) => PURPOSE_WORDS[purpose])]}
        rows={shown.map(({ key, choices, rates }) => [
          dayText(key),
          String(choices),
          ...PURPOSES.map((purpose) => percentText(rates[purpose])),
        ])}
      />
    </details>
  );
}
