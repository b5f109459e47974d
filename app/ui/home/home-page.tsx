import { Banner, BlockStack, InlineGrid, List, Page, Text } from "@shopify/polaris";
import type { RetentionSummary } from "../../retention/figure.ts";
import type { DeliveryRow } from "../../inbox/delivery-row.ts";
import type { ChainState, Overview } from "../../overview/overview.ts";
import type { Difference } from "../../overview/differences.ts";
import type { ConsentSummary } from "../../overview/consent-summary.ts";
import type { MailState } from "../../mail/mail-row.ts";
import type { RequestRow } from "../../requests/request-view.ts";
import { ConsentCard, TurnOnCard } from "../consent/consent-card.tsx";
import { useEmbed } from "../consent/use-embed.ts";
import { MailStateBanner } from "../mails/mails-page.tsx";
import { ProblemList, type ProblemRow } from "../problem-list.tsx";
import { SectionCard } from "../section-card.tsx";
import { ChainCard } from "./chain-card.tsx";
import { DeliveriesCard } from "./deliveries-card.tsx";
import { DifferencesCard } from "./differences-card.tsx";
import { DueCard } from "./due-card.tsx";
import { Figures } from "./figures.tsx";
import { PackagesCard } from "./packages-card.tsx";
import { WelcomeCard } from "./welcome-card.tsx";

/** The newest failures say what is wrong; the others are often the same. */
const PROBLEMS_SHOWN = 5;

interface Props {
  now: Date;
  overview: Overview;
  next: RequestRow[];
  deliveries: DeliveryRow[];
  needsLook: number;
  problems: ProblemRow[];
  chain: ChainState | null;
  consent: ConsentSummary;
  mail: MailState;
  differences: Difference[];
  retention: RetentionSummary;
  /** Scopes that are not granted, each with what does not work without it. */
  missing: { scope: string; effect: string | null }[];
}

/** What is due, overdue and failing; then what is ready; then the proof. */
export function HomePage({
  now,
  overview,
  next,
  deliveries,
  needsLook,
  problems,
  chain,
  consent,
  mail,
  differences,
  retention,
  missing,
}: Props) {
  const banner = useEmbed(consent.banner);
  return (
    <Page title="Home" subtitle="What your store owes its customers, and the proof that it was done">
      <BlockStack gap="400">
        {!overview.hasOwnKeys && <KeysElsewhere />}
        {overview.overdue > 0 && <OverdueBanner count={overview.overdue} />}
        <MailStateBanner state={mail} link="/app/mails?show=troubled" />
        {missing.length > 0 && <MissingScopes missing={missing} />}
        {banner === "off" && <TurnOnCard embedLink={consent.embedLink} />}
        {overview.hasRequests ? <Figures overview={overview} retention={retention} /> : <WelcomeCard />}
        {problems.length > 0 && (
          <SectionCard title="Failing">
            <ProblemList problems={problems.slice(0, PROBLEMS_SHOWN)} linksRequests />
            {problems.length > PROBLEMS_SHOWN && (
              <Text as="p" tone="subdued">
                and {problems.length - PROBLEMS_SHOWN} more, each on its request’s page
              </Text>
            )}
          </SectionCard>
        )}
        <DifferencesCard differences={differences} />
        {overview.hasRequests && (
          <InlineGrid columns={{ xs: 1, md: ["twoThirds", "oneThird"] }} gap="400">
            <DueCard requests={next} running={overview.running} now={now} />
            <PackagesCard packages={overview.waitingPackages} count={overview.waitingPackagesCount} now={now} />
          </InlineGrid>
        )}
        <InlineGrid columns={{ xs: 1, md: ["twoThirds", "oneThird"] }} gap="400">
          <DeliveriesCard deliveries={deliveries} needsLook={needsLook} />
          <BlockStack gap="400">
            <ConsentCard summary={{ ...consent, banner }} />
            <ChainCard chain={chain} />
          </BlockStack>
        </InlineGrid>
      </BlockStack>
    </Page>
  );
}

function KeysElsewhere() {
  return (
    <Banner tone="critical" title="Candor can’t read what it keeps about your customers">
      The keys on this server belong to another database. No request can be answered until whoever runs Candor points
      CANDOR_KEYS_URL or CANDOR_DATA_DIR to this database’s keys and restarts it.
    </Banner>
  );
}

function OverdueBanner({ count }: { count: number }) {
  return (
    <Banner
      tone="critical"
      title={count === 1 ? "One request is overdue" : `${String(count)} requests are overdue`}
      action={{ content: "Show overdue requests", url: "/app/requests?overdue=yes" }}
    >
      Their deadline has passed. Tell the customers that their answer is on its way, and when it will come.
    </Banner>
  );
}

function MissingScopes({ missing }: Pick<Props, "missing">) {
  return (
    <Banner tone="warning" title="Candor may not read everything it needs">
      <p>Until the store owner grants the missing access, some things don’t work:</p>
      <List>
        {missing.map(({ scope, effect }) => (
          <List.Item key={scope}>
            {effect ?? "Some features don’t work."} ({scope})
          </List.Item>
        ))}
      </List>
    </Banner>
  );
}
