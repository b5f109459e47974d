import { BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
import type { LineChanges } from "../../policy/line-changes.ts";
import type { ShopPage } from "../../policy/page-body.ts";
import { ActionButton } from "../action-button.tsx";
import { AskScope } from "../ask-scope.tsx";
import { SectionCard } from "../section-card.tsx";
import { StateBadge } from "../state-badge.tsx";
import { Differences } from "./drift-card.tsx";

/** A page that Candor keeps in the store. */
export interface ShownPage {
  page: ShopPage;
  handle: string;
  number: number;
  drift: { isGone: boolean; changes: LineChanges } | null;
}

const NAMES: Readonly<Record<ShopPage, string>> = { cookies: "Cookie policy", "opt-out": "Do not sell or share" };

/** The cookie policy and the opt-out as pages of the store itself: written when staff ask for it, and looked at daily. */
export function PagesCard({ pages, shop }: { pages: readonly ShownPage[]; shop: string }) {
  return (
    <SectionCard title="Pages in your store">
      {pages.length === 0 ? (
        <>
          <Text as="p">
            Candor can also write the cookie policy and the way to opt out into pages of your store. Each publication
            renews them, and a change by hand is shown here.
          </Text>
          <AskScope
            scope="write_online_store_pages"
            intent="write-pages"
            declined="Your store’s pages stay as they are."
          >
            Write them into my store
          </AskScope>
        </>
      ) : (
        <BlockStack gap="400">
          {pages.map((page) => (
            <Kept key={page.page} page={page} shop={shop} />
          ))}
        </BlockStack>
      )}
    </SectionCard>
  );
}

function Kept({ page: { page, handle, number, drift }, shop }: { page: ShownPage; shop: string }) {
  const fields = { page };
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" align="space-between" blockAlign="center">
        <Link url={`https://${shop}/pages/${handle}`} target="_blank">
          {NAMES[page]}
        </Link>
        <StateBadge
          state={
            drift === null
              ? { label: `As version ${number}`, tone: "success" }
              : { label: drift.isGone ? "Deleted or hidden" : "Changed by hand", tone: "critical" }
          }
        />
      </InlineStack>
      {drift !== null && (
        <>
          {!drift.isGone && <Differences {...drift.changes} />}
          <InlineStack gap="200">
            <ActionButton intent="put-page-back" fields={fields} variant="primary">
              Put it back
            </ActionButton>
            <ActionButton intent="leave-page" fields={fields}>
              Leave it as it is
            </ActionButton>
          </InlineStack>
        </>
      )}
    </BlockStack>
  );
}
