import { useSearchParams } from "@remix-run/react";
import { Box, Card, InlineStack, Page, Select } from "@shopify/polaris";
import type { Page as ListPage } from "../../paging/keyset.ts";
import type { DeliveryRow } from "../../inbox/delivery-row.ts";
import { turnQuery } from "../turn-links.ts";
import { DeliveryTable } from "./delivery-table.tsx";

interface Props {
  needsLook: boolean;
  /** How many need a look. */
  count: number;
  page: ListPage<DeliveryRow>;
}

/** What Shopify sent: the raw facts. */
export function DeliveriesPage({ needsLook, count, page }: Props) {
  const [params, setParams] = useSearchParams();
  return (
    <Page title="Deliveries" subtitle="Every webhook that Shopify sent for your store, and what became of it">
      <Card padding="0">
        <Box padding="300" borderBlockEndWidth="025" borderColor="border">
          <InlineStack>
            <Select
              label="Show"
              labelInline
              options={[
                { label: "All deliveries", value: "all" },
                { label: `Those that need a look (${String(count)})`, value: "needs-look" },
              ]}
              value={needsLook ? "needs-look" : "all"}
              onChange={(show) => {
                setParams(turnQuery(params, [], { show: show === "all" ? "" : show }));
              }}
            />
          </InlineStack>
        </Box>
        <DeliveryTable
          rows={page.rows}
          needsLook={needsLook}
          previous={page.previous === null ? null : turnQuery(params, ["show"], { before: page.previous })}
          next={page.next === null ? null : turnQuery(params, ["show"], { after: page.next })}
        />
      </Card>
    </Page>
  );
}
