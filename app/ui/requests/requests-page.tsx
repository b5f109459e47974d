import { useFetcher, useSearchParams } from "@remix-run/react";
import { BlockStack, Card } from "@shopify/polaris";
import type { Page } from "../../db/keyset.ts";
import type { RequestChoice } from "../../requests/request-filter.ts";
import type { RequestRow } from "../../requests/request-view.ts";
import { Screen } from "../screen.tsx";
import { turnQuery } from "../turn-links.ts";
import { PersonSearch } from "./person-search.tsx";
import { RequestFilters } from "./request-filters.tsx";
import { RequestTable } from "./request-table.tsx";
import { useState } from "react";

const FILTERS = ["status", "kind", "overdue", "order"];

interface Props {
  now: Date;
  choice: RequestChoice;
  page: Page<RequestRow>;
}

/** All requests of the store: filtered, or those of one person. */
export function RequestsPage({ now, choice, page }: Props) {
  const fetcher = useFetcher<{ found: RequestRow[] }>();
  const [isSearch, setSearch] = useState(false);
  const [params, setParams] = useSearchParams();
  const change = (changes: Record<string, string>) => {
    const kept = FILTERS.filter((name) => !(name in changes));
    setParams(turnQuery(params, kept, changes), { preventScrollReset: true });
  };
  const found = isSearch ? fetcher.data?.found : undefined;
  return (
    <Screen title="Requests" subtitle="What customers asked of your store, by deadline">
      <BlockStack gap="400">
        <Card padding="0">
          <PersonSearch
            isSearching={fetcher.state !== "idle"}
            found={found?.length}
            onSearch={(term) => {
              setSearch(true);
              fetcher.submit({ term }, { method: "post" });
            }}
            onClear={() => {
              setSearch(false);
            }}
          />
          {found === undefined && <RequestFilters choice={choice} onChange={change} />}
          <RequestTable
            rows={found ?? page.rows}
            now={now}
            latestFirst={found === undefined && choice.latestFirst}
            emptyBecause={found === undefined ? reasonOf(choice) : "nobody-found"}
            onOrder={() => {
              setSearch(false);
              change({ order: choice.latestFirst ? "" : "latest" });
            }}
            {...(found === undefined && {
              previous: page.previous === null ? null : turnQuery(params, FILTERS, { before: page.previous }),
              next: page.next === null ? null : turnQuery(params, FILTERS, { after: page.next }),
            })}
          />
        </Card>
      </BlockStack>
    </Screen>
  );
}

function reasonOf({ status, kind, isOverdue }: RequestChoice): "none-open" | "none-match" {
  return status === "running" && kind === "" && !isOverdue ? "none-open" : "none-match";
}
