import { BlockStack, Page, Text } from "@shopify/polaris";
import type { PublishedState } from "../../consent/published-state.ts";
import type { Candidate } from "../../register/candidates.ts";
import type { Registered } from "../../register/register.ts";
import { SectionCard } from "../section-card.tsx";
import { CandidatesCard } from "./candidates-card.tsx";
import { CodeText } from "../code-text.tsx";
import type { CookieRow } from "./cookie-rows.ts";
import { DataGrid } from "./data-grid.tsx";
import { PublishedBanner } from "./published-banner.tsx";
import { ServicesCard } from "./services-card.tsx";

interface Props {
  candidates: readonly Candidate[];
  used: readonly Registered[];
  others: readonly { id: string; name: string }[];
  cookies: readonly CookieRow[];
  published: PublishedState;
}

/** The register as the storefront uses it: what was found, what is in it, and every cookie. */
export function ServicesPage({ candidates, used, others, cookies, published }: Props) {
  return (
    <Page
      title="Cookies and services"
      subtitle="What your store loads, and what each needs before it may run"
      backAction={{ content: "Consent", url: "/app/consent" }}
    >
      <BlockStack gap="400">
        <PublishedBanner published={published} />
        <CandidatesCard candidates={candidates} />
        <ServicesCard used={used} others={others} />
        <SectionCard title="Cookies">
          <Text as="p">What your store may keep on a shopper’s device. The same table can stand in your theme.</Text>
          <DataGrid
            hasWords
            caption="Cookies of your store"
            headings={["Name", "Service", "Used for", "Kept for"]}
            rows={cookies.map(({ name, service, use, lifetime }) => [
              <CodeText key="name">{name}</CodeText>,
              service,
              use,
              lifetime,
            ])}
          />
        </SectionCard>
      </BlockStack>
    </Page>
  );
}
