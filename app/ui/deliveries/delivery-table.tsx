import { BlockStack, Box, IndexTable, InlineStack, Text, useBreakpoints } from "@shopify/polaris";
import type { DeliveryRow } from "../../inbox/delivery-row.ts";
import { DELIVERY_NOTES } from "../../inbox/topics.ts";
import { ActionButton } from "../action-button.tsx";
import { byteText } from "../byte-text.ts";
import { CodeText } from "../code-text.tsx";
import { NothingHere } from "../nothing-here.tsx";
import { StateBadge } from "../state-badge.tsx";
import { usePages, type Neighbours } from "../use-pages.ts";
import { When } from "../when.tsx";
import { DELIVERY_WORDS } from "../words.ts";

interface Props extends Neighbours {
  rows: readonly DeliveryRow[];
  needsLook: boolean;
}

/** Deliveries as a table; on a narrow screen, as a list. */
export function DeliveryTable({ rows, needsLook, previous, next }: Props) {
  const { mdDown } = useBreakpoints();
  const pages = usePages({ previous, next }, "Pages of deliveries");
  if (rows.length === 0)
    return needsLook ? (
      <NothingHere title="Nothing needs a look">Every delivery was understood and carried out.</NothingHere>
    ) : (
      <NothingHere title="Nothing has arrived yet">
        Shopify sends a message when a customer asks for their data, is to be erased, or when Candor is uninstalled.
      </NothingHere>
    );
  return (
    <IndexTable
      condensed={mdDown}
      selectable={false}
      resourceName={{ singular: "delivery", plural: "deliveries" }}
      itemCount={rows.length}
      headings={[
        { title: "Message" },
        { title: "Received" },
        { title: "Status" },
        { title: "Facts" },
        { title: "Action" },
      ]}
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

function Message({ row: { topic, note, eventId, webhookId } }: { row: DeliveryRow }) {
  return (
    <div style={{ maxWidth: "22rem", whiteSpace: "normal" }}>
      <BlockStack gap="050">
        <Text as="span" fontWeight="semibold" breakWord>
          {topic}
        </Text>
        {note !== null && <Text as="span">{DELIVERY_NOTES[note]}</Text>}
        <CodeText>event {eventId ?? "none"}</CodeText>
        <CodeText>webhook {webhookId ?? "none"}</CodeText>
      </BlockStack>
    </div>
  );
}

function factsOf({ bytes, attempts, sealSeq, apiVersion }: DeliveryRow): string[] {
  return [
    byteText(bytes),
    `${String(attempts)} ${attempts === 1 ? "attempt" : "attempts"}`,
    sealSeq === null ? "Not sealed yet" : `Sealed by entry ${String(sealSeq)}`,
    `API ${apiVersion ?? "not named"}`,
  ];
}

function Replay({ row: { id, topic, canReplay } }: { row: DeliveryRow }) {
  if (!canReplay) return null;
  return (
    <ActionButton intent="replay" fields={{ delivery: id }} accessibilityLabel={`Replay ${topic}`}>
      Replay
    </ActionButton>
  );
}

function Cells({ row }: { row: DeliveryRow }) {
  return (
    <>
      <IndexTable.Cell>
        <Message row={row} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <When at={row.receivedAt} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <StateBadge state={DELIVERY_WORDS[row.status]} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <BlockStack>
          {factsOf(row).map((fact) => (
            <Text key={fact} as="span" variant="bodySm" tone="subdued">
              {fact}
            </Text>
          ))}
        </BlockStack>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Replay row={row} />
      </IndexTable.Cell>
    </>
  );
}

function Narrow({ row }: { row: DeliveryRow }) {
  return (
    <Box padding="300" width="100%">
      <BlockStack gap="200">
        <InlineStack align="space-between" gap="200">
          <When at={row.receivedAt} />
          <StateBadge state={DELIVERY_WORDS[row.status]} />
        </InlineStack>
        <Message row={row} />
        <Text as="span" variant="bodySm" tone="subdued">
          {factsOf(row).join(" · ")}
        </Text>
        <Replay row={row} />
      </BlockStack>
    </Box>
  );
}
