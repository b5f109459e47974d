import { BlockStack, Layout, Page, Text } from "@shopify/polaris";
import type { SentenceChange } from "../../policy/compare-policies.ts";
import type { PurposeSet } from "../../law/purposes.ts";
import { purposeList } from "../consent/words.ts";
import type { Issue } from "../../policy/issues.ts";
import { IssuesCard } from "../register/issues-card.tsx";
import type { Announcement } from "../../policy/announcement.ts";
import type { TellReason } from "../../policy/why-tell.ts";
import { AnnounceCard } from "./announce-card.tsx";
import { ChangesCard } from "./changes-card.tsx";
import { DraftCard } from "./draft-card.tsx";
import { DriftCard, type ShownDrift } from "./drift-card.tsx";
import { MenuCard } from "./menu-card.tsx";
import { PagesCard, type ShownPage } from "./pages-card.tsx";
import { PublishCard } from "./publish-card.tsx";
import { VersionsCard, type ShownVersion } from "./versions-card.tsx";

/** What the page shows. Dates come as they are or as ISO 8601. */
export interface PolicyFacts {
  /** YYYY-MM-DD. */
  today: string;
  language: string;
  languages: readonly string[];
  missing: readonly string[];
  number: number;
  sentences: readonly SentenceChange[];
  asksAgain: PurposeSet;
  versions: readonly ShownVersion[];
  drift: ShownDrift | null;
  announcement: Announcement | null;
  /** Pages of the store's own that Candor keeps. */
  pages: readonly ShownPage[];
  /** Why customers will have to be told by mail of what is published now. */
  tells: TellReason | null;
  issues: readonly Issue[];
  /** HTML. */
  preview: string;
  policyUrl: string;
  handle: string;
  /** Where the app proxy answers on the storefront. */
  path: string;
}

/** The privacy policy: what keeps it from being published, what would change, the text, and every version. */
export function PolicyPage(facts: PolicyFacts) {
  const { issues, number, sentences, asksAgain, tells, versions, drift, announcement, today, handle, path, pages } =
    facts;
  const blocking = issues.filter(({ severity }) => severity === "blocking").length;
  const isSame = number > 1 && sentences.length === 0;
  return (
    <Page
      title="Privacy policy"
      subtitle="Made from your register: change a fact there, and the text follows"
      secondaryActions={[{ content: "Look over the policy of today", url: "/app/policy/audit" }]}
    >
      <BlockStack gap="400">
        {announcement !== null && <AnnounceCard announcement={announcement} />}
        {drift !== null && <DriftCard drift={drift} handle={handle} />}
        <Layout>
          <Layout.Section>
            <BlockStack gap="400">
              <IssuesCard issues={issues} action="/app/register" />
              {number > 1 && <ChangesCard sentences={sentences} />}
              <DraftCard {...facts} />
            </BlockStack>
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <BlockStack gap="400">
              <PublishCard number={number} today={today} blocking={blocking} isSame={isSame}>
                {asksAgain !== 0 && (
                  <Text as="p">
                    Shoppers who allowed {purposeList(asksAgain, "nothing")} are asked again, because you now use more
                    than they agreed to. A no stays a no.
                  </Text>
                )}
                {tells !== null && !isSame && (
                  <Text as="p">Your customers then have to be told by mail. Candor does it with one more click.</Text>
                )}
              </PublishCard>
              <VersionsCard versions={versions} />
              {versions.length > 0 && <PagesCard pages={pages} shop={`${handle}.myshopify.com`} />}
              <MenuCard path={path} />
            </BlockStack>
          </Layout.Section>
        </Layout>
      </BlockStack>
    </Page>
  );
}
