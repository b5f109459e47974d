import { useSearchParams } from "@remix-run/react";
import { BlockStack, Divider, InlineStack, Page, Select, Text } from "@shopify/polaris";
import type { MetricKind, MetricRow } from "../../requests/year-metrics.ts";
import { Facts } from "../facts.tsx";
import { SaveButton } from "../save-button.tsx";
import { SectionCard } from "../section-card.tsx";

const KINDS: Readonly<Record<MetricKind, string>> = {
  delete: "Delete",
  correct: "Correct",
  know: "Know (copy of data)",
  "opt-out": "Opt out of sale or sharing",
  limit: "Limit sensitive data",
  other: "Other laws’ kinds",
};
const GONE = "The file could not be made";

interface Props {
  year: number;
  years: readonly number[];
  rows: readonly MetricRow[];
}

/** A year's figures, as California wants them, and the files for an auditor. */
export function MetricsPage({ year, years, rows }: Props) {
  const [, setParams] = useSearchParams();
  return (
    <Page
      title="Figures of a year"
      subtitle="What your customers asked, what became of it, and how long it took"
      backAction={{ content: "Requests", url: "/app/requests" }}
    >
      <BlockStack gap="400">
        <SectionCard title={`Requests of ${String(year)}`}>
          <Select
            label="Year"
            options={years.map((one) => ({ label: String(one), value: String(one) }))}
            value={String(year)}
            onChange={(next) => {
              setParams({ year: next });
            }}
          />
          {rows.map((row) => (
            <BlockStack key={row.kind} gap="200">
              <Divider />
              <InlineStack align="space-between">
                <Text as="h3" variant="headingSm">
                  {KINDS[row.kind]}
                </Text>
                <Text as="span">{row.received} received</Text>
              </InlineStack>
              {row.received > 0 && <Facts facts={factsOf(row)} />}
            </BlockStack>
          ))}
        </SectionCard>
        <SectionCard title="Files">
          <Text as="p">
            California wants these figures published by businesses that hold the data of ten million people (CCPA
            regulations §7102). The list for an auditor has every request with its times; nobody is named in either.
          </Text>
          <InlineStack gap="200">
            <SaveButton url={`/app/requests/export/metrics/csv?year=${String(year)}`} gone={GONE}>
              Figures (CSV)
            </SaveButton>
            <SaveButton url={`/app/requests/export/metrics/json?year=${String(year)}`} gone={GONE}>
              Figures (JSON)
            </SaveButton>
            <SaveButton url="/app/requests/export/all/csv" gone={GONE}>
              All requests (CSV)
            </SaveButton>
            <SaveButton url="/app/requests/export/all/json" gone={GONE}>
              All requests (JSON)
            </SaveButton>
          </InlineStack>
        </SectionCard>
      </BlockStack>
    </Page>
  );
}

function factsOf({ complied, inPart, denied, unverified, running, medianDays, meanDays }: MetricRow) {
  const days = (count: number | null) => (count === null ? "–" : count.toFixed(1));
  return [
    ["Done", complied],
    ["Done in part", inPart],
    ["Denied", denied],
    ["Never verified", unverified],
    ["Still running", running],
    ["Days to answer, median (mean)", `${days(medianDays)} (${days(meanDays)})`],
  ] as const;
}
