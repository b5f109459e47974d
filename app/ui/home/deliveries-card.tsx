import { Banner, BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
import type { DeliveryRow } from "../../inbox/delivery-row.ts";
import { SectionCard } from "../section-card.tsx";
import { StateBadge } from "../state-badge.tsx";
import { When } from "../when.tsx";
import { DELIVERY_WORDS } from "../words.ts";

/** The newest webhook deliveries, and whether any needs a look. */
export function DeliveriesCard({ deliveries, needsLook }: { deliveries: readonly DeliveryRow[]; needsLook: number }) {
  return (
    <SectionCard title="Last deliveries from Shopify" aside={<Link url="/app/deliveries">All deliveries</Link>}>
      {needsLook > 0 && (
        <Banner tone="warning">
          <Link url="/app/deliveries?show=needs-look">
            {needsLook === 1 ? "One delivery needs a look" : `${String(needsLook)} deliveries need a look`}
          </Link>
        </Banner>
      )}
      {deliveries.length === 0 && <Text as="p">Shopify has not sent anything yet.</Text>}
      <BlockStack gap="200">
        {deliveries.map(({ id, topic, receivedAt, status }) => (
          <InlineStack key={id} align="space-between" blockAlign="center" gap="200">
            <BlockStack>
              <Text as="span">{topic}</Text>
              <Text as="span" tone="subdued" variant="bodySm">
                <When at={receivedAt} />
              </Text>
            </BlockStack>
            <StateBadge state={DELIVERY_WORDS[status]} />
          </InlineStack>
        ))}
      </BlockStack>
    </SectionCard>
  );
}
