import { BlockStack, Button, InlineStack, Link, Text } from "@shopify/polaris";
import type { ConsentSummary } from "../../overview/consent-summary.ts";
import { SectionCard } from "../section-card.tsx";
import { StateBadge } from "../state-badge.tsx";
import type { Badged } from "../words.ts";
import { percentText } from "../../consent/opt-in-rates.ts";

const STATES: Readonly<Record<"on" | "off" | "unknown", Badged>> = {
  on: { label: "Banner on", tone: "success" },
  off: { label: "Banner off", tone: "critical" },
  unknown: { label: "Banner not known yet" },
};

/** Consent on the home page: how many say yes, what leaks, and whether the banner is on. */
export function ConsentCard({ summary }: { summary: ConsentSummary }) {
  const { banner, leaks, analytics, marketing } = summary;
  return (
    <SectionCard title="Consent" aside={<Link url="/app/consent">All about consent</Link>}>
      <BlockStack gap="300">
        <InlineStack gap="200">
          <StateBadge state={STATES[banner ?? "unknown"]} />
          <StateBadge state={leakState(leaks, banner)} />
        </InlineStack>
        {analytics.offered + marketing.offered === 0 ? (
          <Text as="p">No shopper has chosen yet.</Text>
        ) : (
          <Text as="p">
            In 30 days {percentText(analytics)} of those asked allowed statistics, and {percentText(marketing)}{" "}
            marketing.
          </Text>
        )}
      </BlockStack>
    </SectionCard>
  );
}

function leakState(leaks: number, banner: ConsentSummary["banner"]): Badged {
  if (leaks > 0) return { label: leaks === 1 ? "One leak" : `${String(leaks)} leaks`, tone: "critical" };
  return banner === null ? { label: "Leaks not known yet" } : { label: "No leak found", tone: "success" };
}

/** The step of the beginning that only the merchant can take: an app may not switch its embed on by itself. */
export function TurnOnCard({ embedLink }: Pick<ConsentSummary, "embedLink">) {
  return (
    <SectionCard title="Turn on the banner">
      <BlockStack gap="300">
        <Text as="p">
          Your theme does not show Candor yet, so nothing is held and nobody is asked. In the theme editor, switch
          Candor on under App embeds, and save. It takes a minute.
        </Text>
        <InlineStack gap="200">
          <Button
            variant="primary"
            url={embedLink}
            target="_blank"
            accessibilityLabel="Turn on the banner, in a new tab"
          >
            Turn on the banner
          </Button>
          <Button url="/app/consent/banner">See it first</Button>
        </InlineStack>
      </BlockStack>
    </SectionCard>
  );
}
