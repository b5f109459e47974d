import { BlockStack, Box, IndexTable, InlineStack, Link, Text, useBreakpoints } from "@shopify/polaris";
import { LAWS } from "../../law/laws.ts";
import type { RequestRow } from "../../requests/request-view.ts";
import { Due } from "../due.tsx";
import { NothingHere } from "../nothing-here.tsx";
import { StateBadge } from "../state-badge.tsx";
import { usePages, type Neighbours } from "../use-pages.ts";
import { When } from "../when.tsx";
import { KIND_WORDS, STATUS_WORDS } from "../words.ts";

const REASONS = {
  "none-open": ["Nothing is open", "When a customer asks for their data or its erasure, the request appears here."],
  "none-match": ["No request matches", "Choose another status or kind to see more."],
  "nobody-found": [
    "No request of this customer",
    "The search needs the whole e-mail address, telephone number or customer id. Erased customers can’t be found.",
  ],
} as const;

interface Props extends Neighbours {
  rows: readonly RequestRow[];
  now: Date;
  emptyBecause: keyof typeof REASONS;
  /** Which way the deadlines run. */
  latestFirst: boolean;
  /** Turns the order round; absent where it can't be. */
  onOrder?: () => void;
}

/** Requests as a table; on a narrow screen, as a list. */
export function RequestTable({ rows, now, latestFirst, emptyBecause, onOrder, previous, next }: Props) {
  const { smDown } = useBreakpoints();
  const pages = usePages({ previous, next }, "Pages of requests");
  const [title, text] = REASONS[emptyBecause];
  if (rows.length === 0) return <NothingHere title={title}>{text}</NothingHere>;
  return (
    <IndexTable
      condensed={smDown}
      selectable={false}
      resourceName={{ singular: "request", plural: "requests" }}
      itemCount={rows.length}
      headings={[
        { title: "Customer" },
        { title: "Kind" },
        { title: "Status" },
        { title: "Deadline" },
        { title: "Received" },
      ]}
      sortable={[false, false, false, onOrder !== undefined, false]}
      sortColumnIndex={3}
      sortDirection={latestFirst ? "descending" : "ascending"}
      {...(onOrder && { onSort: onOrder })}
      {...pages}
    >
      {rows.map((request, position) => (
        <IndexTable.Row key={request.id} id={request.id} position={position}>
          {smDown ? <Narrow request={request} now={now} /> : <Cells request={request} now={now} />}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

function Person({ request: { id, person } }: { request: RequestRow }) {
  return (
    <Link dataPrimaryLink removeUnderline monochrome url={`/app/requests/${id}`}>
      <Text as="span" fontWeight="semibold">
        {person ?? "Erased customer"}
      </Text>
    </Link>
  );
}

function States({ request: { status, isFailing } }: { request: RequestRow }) {
  return (
    <InlineStack gap="100" align="start">
      <StateBadge state={STATUS_WORDS[status]} />
      {isFailing && <StateBadge state={{ label: "Failing", tone: "critical" }} />}
    </InlineStack>
  );
}

function Cells({ request, now }: { request: RequestRow; now: Date }) {
  return (
    <>
      <IndexTable.Cell>
        <Person request={request} />
      </IndexTable.Cell>
      <IndexTable.Cell>{KIND_WORDS[request.kind]}</IndexTable.Cell>
      <IndexTable.Cell>
        <States request={request} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Due request={request} now={now} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <BlockStack>
          <When at={request.receivedAt} />
          <Text as="span" variant="bodySm" tone="subdued">
            {LAWS[request.law].name}
          </Text>
        </BlockStack>
      </IndexTable.Cell>
    </>
  );
}

function Narrow({ request, now }: { request: RequestRow; now: Date }) {
  return (
    <Box padding="300" width="100%">
      <InlineStack align="space-between" blockAlign="start" gap="200" wrap={false}>
        <BlockStack gap="100">
          <Person request={request} />
          <Text as="span" tone="subdued">
            {KIND_WORDS[request.kind]}
          </Text>
          <States request={request} />
        </BlockStack>
        <Due request={request} now={now} />
      </InlineStack>
    </Box>
  );
}
