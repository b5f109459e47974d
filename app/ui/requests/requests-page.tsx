import { useFetcher, useSearchParams } from "@remix-run/react";
import { Card, Page } from "@shopify/polaris";
import { useState } from "react";
import type { Page as ListPage } from "../../paging/keyset.ts";
import type { RequestChoice } from "../../requests/request-filter.ts";
import type { RequestRow } from "../../requests/request-view.ts";
import { turnQuery } from "../turn-links.ts";
import { PersonSearch } from "./person-search.tsx";
import { RequestFilters } from "./request-filters.tsx";
import { RequestTable } from "./request-table.tsx";

const FILTERS = ["status", "kind", "overdue", "order"];

interface Props {
  now: Date;
  choice: RequestChoice;
  page: ListPage<RequestRow>;
}

/** All requests of the store: filtered, or those of one person. */
export function RequestsPage({ now, choice, page }: Props) {
  const fetcher = useFetcher<{ found: RequestRow[] }>();
  const [isSearch, setSearch] = useState(false);
  const found = isSearch ? fetcher.data?.found : undefined;
  return (
    <Page
      title="Requests"
      subtitle="What customers asked of your store, by deadline"
      secondaryActions={[
        { content: "New request", url: "/app/requests/new" },
        { content: "Figures of a year", url: "/app/requests/figures" },
      ]}
    >
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
        {found ? (
          <RequestTable
            {...{ rows: found, now, emptyBecause: "nobody-found", latestFirst: false, previous: null, next: null }}
          />
        ) : (
          <List now={now} choice={choice} page={page} />
        )}
      </Card>
    </Page>
  );
}

function List({ now, choice, page: { rows, previous, next } }: Props) {
  const [params, setParams] = useSearchParams();
  const change = (changes: Record<string, string>) => {
    const kept = FILTERS.filter((name) => !(name in changes));
    setParams(turnQuery(params, kept, changes), { preventScrollReset: true });
  };
  return (
    <>
      <RequestFilters choice={choice} onChange={change} />
      <RequestTable
        rows={rows}
        now={now}
        emptyBecause={reasonOf(choice)}
        latestFirst={choice.latestFirst}
        onOrder={() => {
          change({ order: choice.latestFirst ? "" : "latest" });
        }}
        previous={previous === null ? null : turnQuery(params, FILTERS, { before: previous })}
        next={next === null ? null : turnQuery(params, FILTERS, { after: next })}
      />
    </>
  );
}

function reasonOf({ status, kind, isOverdue }: RequestChoice): "none-open" | "none-match" {
  return status === "running" && kind === "" && !isOverdue ? "none-open" : "none-match";
}
