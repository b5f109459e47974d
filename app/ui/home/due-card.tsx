import { BlockStack, Divider, InlineStack, Link, Text } from "@shopify/polaris";
import { Fragment } from "react";
import type { RequestRow } from "../../requests/request-view.ts";
import { Due } from "../due.tsx";
import { SectionCard } from "../section-card.tsx";
import { StateBadge } from "../state-badge.tsx";
import { KIND_WORDS, STATUS_WORDS } from "../words.ts";

/** The requests with the nearest deadlines. */
export function DueCard({ requests, running, now }: { requests: readonly RequestRow[]; running: number; now: Date }) {
  return (
    <SectionCard title="Next deadlines" aside={<Link url="/app/requests">All requests</Link>}>
      {requests.length === 0 && <Text as="p">Nothing is due. Every request is answered.</Text>}
      <BlockStack gap="300">
        {requests.map((request, index) => (
          <Fragment key={request.id}>
            {index > 0 && <Divider />}
            <InlineStack align="space-between" blockAlign="center" gap="300">
              <BlockStack gap="050">
                <Link url={`/app/requests/${request.id}`} removeUnderline>
                  {KIND_WORDS[request.kind]} for {request.person ?? "an erased customer"}
                </Link>
                <InlineStack gap="200" align="start">
                  <StateBadge state={STATUS_WORDS[request.status]} />
                  {request.isFailing && <StateBadge state={{ label: "Failing", tone: "critical" }} />}
                </InlineStack>
              </BlockStack>
              <Due request={request} now={now} />
            </InlineStack>
          </Fragment>
        ))}
        {running > requests.length && (
          <Text as="p" tone="subdued">
            and {running - requests.length} more
          </Text>
        )}
      </BlockStack>
    </SectionCard>
  );
}
