import { useSearchParams } from "@remix-run/react";
import { Box, Card, InlineStack, Text } from "@shopify/polaris";
import type { ConsentRow } from "../../consent/consent-row.ts";
import type { RecordChoice } from "../../consent/record-filter.ts";
import type { Page as ListPage } from "../../paging/keyset.ts";
import { NothingHere } from "../nothing-here.tsx";
import { SaveButton } from "../save-button.tsx";
import { turnQuery } from "../turn-links.ts";
import { ReceiptSearch } from "./receipt-search.tsx";
import { RecordFilters } from "./record-filters.tsx";
import { RecordTable } from "./record-table.tsx";

const FILTERS = ["region", "source", "form", "from", "to"];
/** What stays when the list's page is turned. */
const KEPT = [...FILTERS, "days"];

interface Props {
  choice: RecordChoice;
  page: ListPage<ConsentRow>;
  /** The places that choices came from. */
  regions: readonly string[];
}

/** Every choice that shoppers made: found by its number, filtered, exported. */
export function RecordsCard({ choice, page, regions }: Props) {
  const [params, setParams] = useSearchParams();
  const change = (changes: Record<string, string>) => {
    const kept = KEPT.filter((name) => !(name in changes));
    setParams(turnQuery(params, kept, changes), { preventScrollReset: true });
  };
  return (
    <Card padding="0">
      <Box padding="400" paddingBlockEnd="100">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            Consent records
          </Text>
          <SaveButton url={`/app/consent/records.csv${turnQuery(params, FILTERS, {})}`} gone="There are no records">
            Export CSV
          </SaveButton>
        </InlineStack>
      </Box>
      <ReceiptSearch />
      <RecordFilters choice={choice} regions={regions} onChange={change} />
      {page.rows.length === 0 ? (
        <None isFiltered={Object.keys(choice.filter).length > 0} />
      ) : (
        <RecordTable
          rows={page.rows}
          previous={page.previous === null ? null : turnQuery(params, KEPT, { before: page.previous })}
          next={page.next === null ? null : turnQuery(params, KEPT, { after: page.next })}
        />
      )}
    </Card>
  );
}

function None({ isFiltered }: { isFiltered: boolean }) {
  return isFiltered ? (
    <NothingHere title="No record matches">Choose another place, source, form or day to see more.</NothingHere>
  ) : (
    <NothingHere title="No records yet">
      Each choice of a shopper becomes a record with a receipt, sealed into your evidence. Nobody is named in it.
    </NothingHere>
  );
}
