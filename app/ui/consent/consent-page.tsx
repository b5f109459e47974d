import { useSearchParams } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import type { ConsentRow } from "../../consent/consent-row.ts";
import type { OptInRates, Period } from "../../consent/opt-in-rates.ts";
import type { Exam } from "../../consent/exam.ts";
import type { RecordChoice } from "../../consent/record-filter.ts";
import type { Page as ListPage } from "../../paging/keyset.ts";
import { turnQuery } from "../turn-links.ts";
import { LeaksCard } from "./leaks-card.tsx";
import { RatesCard } from "./rates-card.tsx";
import { RecordsCard } from "./records-card.tsx";
import { ShowingCard } from "./showing-card.tsx";
import { WordingsCard } from "./wordings-card.tsx";

interface Props {
  /** The last look at the storefront; null before the first. */
  exam: Exam | null;
  /** The store's handle in Shopify admin. */
  handle: string;
  rates: OptInRates;
  period: Period;
  /** Whether two wordings are compared now. */
  isCompared: boolean;
  choice: RecordChoice;
  page: ListPage<ConsentRow>;
}

/** Consent: what leaks first, then whether the banner shows, what shoppers answer, and every record. */
export function ConsentPage({ exam, handle, rates, period, isCompared, choice, page }: Props) {
  const [params, setParams] = useSearchParams();
  const showing = exam?.showing ?? [];
  return (
    <Page
      title="Consent"
      subtitle="Whether tags wait for a yes, what shoppers answer, and the proof"
      primaryAction={{ content: "Edit banner", url: "/app/consent/banner" }}
      secondaryActions={[{ content: "Cookies and services", url: "/app/consent/services" }]}
    >
      <BlockStack gap="400">
        <LeaksCard
          leaks={exam?.leaks ?? []}
          handle={handle}
          theme={exam?.theme?.id ?? null}
          hasReports={showing.some(({ check, found }) => check === "never-seen" && found === "fine")}
        />
        <ShowingCard showing={showing} at={exam?.at ?? null} />
        <RatesCard
          rates={rates}
          period={period}
          onPeriod={(days) => {
            const kept = ["region", "source", "form", "from", "to"];
            setParams(turnQuery(params, kept, { days }), { preventScrollReset: true });
          }}
        />
        <WordingsCard groups={rates.wordings} period={period} isCompared={isCompared} />
        <RecordsCard choice={choice} page={page} regions={rates.places} />
      </BlockStack>
    </Page>
  );
}
