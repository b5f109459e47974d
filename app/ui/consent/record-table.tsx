import { BlockStack, Box, IndexTable, InlineStack, Text, useBreakpoints } from "@shopify/polaris";
import type { ConsentRow } from "../../consent/consent-row.ts";
import { CodeText } from "../code-text.tsx";
import { SaveButton } from "../save-button.tsx";
import { usePages, type Neighbours } from "../use-pages.ts";
import { When } from "../when.tsx";
import { languageName, placeName } from "./place-name.ts";
import { CHOICE_SOURCE_WORDS, DEVICE_WORDS, FORM_WORDS, purposeList } from "./words.ts";

interface Props extends Neighbours {
  rows: readonly ConsentRow[];
}

/** Consent records as a table; on a narrow screen, as a list. Nobody is named in them. */
export function RecordTable({ rows, previous, next }: Props) {
  const { mdDown } = useBreakpoints();
  const pages = usePages({ previous, next }, "Pages of consent records");
  return (
    <IndexTable
      condensed={mdDown}
      selectable={false}
      resourceName={{ singular: "consent record", plural: "consent records" }}
      itemCount={rows.length}
      headings={[{ title: "Receipt" }, { title: "Allowed" }, { title: "Place" }, { title: "How" }, { title: "Proof" }]}
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

function Cells({ row }: { row: ConsentRow }) {
  return (
    <>
      <IndexTable.Cell>
        <Receipt row={row} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Allowed row={row} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Place row={row} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <How row={row} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Proof row={row} />
      </IndexTable.Cell>
    </>
  );
}

function Narrow({ row }: { row: ConsentRow }) {
  return (
    <Box padding="300" width="100%">
      <BlockStack gap="200">
        <Receipt row={row} />
        <Allowed row={row} />
        <InlineStack align="space-between" gap="200">
          <Place row={row} />
          <How row={row} />
        </InlineStack>
        <Proof row={row} />
      </BlockStack>
    </Box>
  );
}

function Receipt({ row: { id, at } }: { row: ConsentRow }) {
  return (
    <div style={{ maxWidth: "11rem", whiteSpace: "normal" }}>
      <BlockStack gap="050">
        <When at={at} />
        <CodeText>{id}</CodeText>
      </BlockStack>
    </div>
  );
}

function Allowed({ row: { allowed, offered, form, previous } }: { row: ConsentRow }) {
  const refused = purposeList(offered & ~allowed, "");
  return (
    <div style={{ maxWidth: "16rem", whiteSpace: "normal" }}>
      <BlockStack gap="050">
        <Text as="span">{purposeList(allowed & offered, "Nothing")}</Text>
        {refused !== "" && (
          <Text as="span" variant="bodySm" tone="subdued">
            Not: {refused}
          </Text>
        )}
        <Text as="span" variant="bodySm" tone="subdued">
          {FORM_WORDS[form]}
          {previous !== null && ", changes an earlier choice"}
        </Text>
      </BlockStack>
    </div>
  );
}

function Place({ row: { region, language } }: { row: ConsentRow }) {
  return (
    <BlockStack gap="050">
      <Text as="span">{placeName(region)}</Text>
      <Text as="span" variant="bodySm" tone="subdued">
        {languageName(language)}
      </Text>
    </BlockStack>
  );
}

function How({ row: { source, device, signal } }: { row: ConsentRow }) {
  return (
    <BlockStack gap="050">
      <Text as="span">{CHOICE_SOURCE_WORDS[source]}</Text>
      <Text as="span" variant="bodySm" tone="subdued">
        {DEVICE_WORDS[device]}
        {signal && ", GPC on"}
      </Text>
    </BlockStack>
  );
}

function Proof({ row: { id, sealSeq } }: { row: ConsentRow }) {
  if (sealSeq === null)
    return (
      <Text as="span" variant="bodySm" tone="subdued">
        In a few minutes
      </Text>
    );
  return (
    <SaveButton
      size="slim"
      url={`/app/consent/records/${id}/proof`}
      gone="This record is gone: it was erased, or its time is over"
      accessibilityLabel={`Proof of receipt ${id}`}
    >
      Proof
    </SaveButton>
  );
}
