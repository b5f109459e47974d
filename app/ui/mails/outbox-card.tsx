import { useSearchParams } from "@remix-run/react";
import { BlockStack, Box, Card, IndexTable, InlineStack, Link, Select, Text, useBreakpoints } from "@shopify/polaris";
import type { MailRow } from "../../mail/mail-row.ts";
import type { Page as ListPage } from "../../paging/keyset.ts";
import { ActionButton } from "../action-button.tsx";
import { languageName } from "../consent/place-name.ts";
import { NothingHere } from "../nothing-here.tsx";
import { StateBadge } from "../state-badge.tsx";
import { turnQuery } from "../turn-links.ts";
import { usePages } from "../use-pages.ts";
import { When } from "../when.tsx";
import { MAIL_STATUS_WORDS, MAIL_WORDS } from "./mail-words.ts";

/** The mails that were written, newest first, each with what became of it. */
export function OutboxCard({ page, isTroubled }: { page: ListPage<MailRow>; isTroubled: boolean }) {
  const [params, setParams] = useSearchParams();
  const query = (name: string, place: string | null) =>
    place === null ? null : turnQuery(params, ["show"], { [name]: place });
  return (
    <Card padding="0">
      <Box padding="300" borderBlockEndWidth="025" borderColor="border">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            Written lately
          </Text>
          <Select
            label="Show"
            labelInline
            options={[
              { label: "All mails", value: "all" },
              { label: "Those with trouble", value: "troubled" },
            ]}
            value={isTroubled ? "troubled" : "all"}
            onChange={(show) => {
              setParams(turnQuery(params, [], { show: show === "all" ? "" : show }));
            }}
          />
        </InlineStack>
      </Box>
      <MailTable
        rows={page.rows}
        isTroubled={isTroubled}
        previous={query("before", page.previous)}
        next={query("after", page.next)}
      />
    </Card>
  );
}

interface TableProps {
  rows: readonly MailRow[];
  isTroubled: boolean;
  previous: string | null;
  next: string | null;
}

function MailTable({ rows, isTroubled, previous, next }: TableProps) {
  const { mdDown } = useBreakpoints();
  const pages = usePages({ previous, next }, "Pages of mails");
  if (rows.length === 0)
    return isTroubled ? (
      <NothingHere title="No mail has trouble">Everything that was written went, or is about to.</NothingHere>
    ) : (
      <NothingHere title="Nothing has been written yet">
        When a customer asks for something, Candor tells them what happens with it, by mail.
      </NothingHere>
    );
  return (
    <IndexTable
      condensed={mdDown}
      selectable={false}
      resourceName={{ singular: "mail", plural: "mails" }}
      itemCount={rows.length}
      headings={[{ title: "Mail" }, { title: "Written" }, { title: "Status" }, { title: "Action", hidden: true }]}
      {...pages}
    >
      {rows.map((row, position) => (
        <IndexTable.Row key={row.id} id={row.id} position={position}>
          {mdDown ? <Narrow row={row} /> : <Cells row={row} />}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

function Cells({ row }: { row: MailRow }) {
  return (
    <>
      <IndexTable.Cell>
        <What row={row} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <When at={row.createdAt} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Became row={row} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Again row={row} />
      </IndexTable.Cell>
    </>
  );
}

function Narrow({ row }: { row: MailRow }) {
  return (
    <Box padding="300">
      <BlockStack gap="200">
        <What row={row} />
        <Text as="span" tone="subdued">
          <When at={row.createdAt} />
        </Text>
        <Became row={row} />
        <Again row={row} />
      </BlockStack>
    </Box>
  );
}

function What({ row: { template, language, to, request } }: { row: MailRow }) {
  const facts = [to, languageName(language)].filter((fact) => fact !== null);
  return (
    <div style={{ maxWidth: "20rem", whiteSpace: "normal" }}>
      <BlockStack gap="050">
        {request === null ? (
          <Text as="span" fontWeight="semibold">
            {MAIL_WORDS[template]}
          </Text>
        ) : (
          <Link url={`/app/requests/${request}`}>{MAIL_WORDS[template]}</Link>
        )}
        <Text as="span" tone="subdued">
          {facts.join(" · ")}
        </Text>
      </BlockStack>
    </div>
  );
}

function Became({ row: { status, cause, attempts } }: { row: MailRow }) {
  return (
    <div style={{ maxWidth: "18rem", whiteSpace: "normal" }}>
      <BlockStack gap="100" inlineAlign="start">
        <StateBadge state={MAIL_STATUS_WORDS[status]} />
        {cause !== null && (
          <Text as="span" breakWord>
            {cause}
          </Text>
        )}
        {cause !== null && attempts > 1 && (
          <Text as="span" tone="subdued">
            Tried {attempts} times
          </Text>
        )}
      </BlockStack>
    </div>
  );
}

function Again({ row: { id, template, canRetry } }: { row: MailRow }) {
  if (!canRetry) return null;
  return (
    <ActionButton intent="retry" fields={{ mail: id }} accessibilityLabel={`Try again: ${MAIL_WORDS[template]}`}>
      Try again
    </ActionButton>
  );
}
