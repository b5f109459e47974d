import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import type { Found, ShowingFinding } from "../../consent/why-not-showing.ts";
import { ActionButton } from "../action-button.tsx";
import { ReadThemes } from "./read-themes.tsx";
import { SectionCard } from "../section-card.tsx";
import { StateBadge } from "../state-badge.tsx";
import { When } from "../when.tsx";
import type { Badged } from "../words.ts";

const FOUND: Readonly<Record<Found, Badged>> = {
  found: { label: "Mend this", tone: "critical" },
  unknown: { label: "Not known", tone: "attention" },
  fine: { label: "Fine", tone: "success" },
};

interface Props {
  /** Every check with its outcome, reasons first; empty before the first look. */
  showing: readonly ShowingFinding[];
  /** When the storefront was last looked at; null for never. */
  at: Date | string | null;
}

/** "Why is my banner not showing?", answered by what was looked at. Open only when something is found. */
export function ShowingCard({ showing, at }: Props) {
  const reasons = showing.filter(({ found }) => found === "found");
  return (
    <SectionCard
      title={reasons.length === 0 ? "Is my banner showing?" : "Why is my banner not showing?"}
      aside={<ActionButton intent="examine">Look again</ActionButton>}
    >
      <BlockStack gap="300">
        <Text as="p">{verdict(showing, reasons.length)}</Text>
        {reasons.length > 0 && <Findings findings={reasons} />}
        {showing.length > reasons.length && (
          <details>
            <summary style={{ cursor: "pointer" }}>
              <Text as="span" variant="bodySm">
                {reasons.length === 0 ? "What was looked at" : "What else was looked at"}
              </Text>
            </summary>
            <div style={{ marginBlockStart: "0.75rem" }}>
              <Findings findings={showing.filter(({ found }) => found !== "found")} />
            </div>
          </details>
        )}
        {at !== null && (
          <Text as="p" variant="bodySm" tone="subdued">
            Last look: <When at={at} />
          </Text>
        )}
      </BlockStack>
    </SectionCard>
  );
}

function verdict(showing: readonly ShowingFinding[], reasons: number): string {
  if (showing.length === 0)
    return "Nobody has looked at your storefront yet. Candor looks once a day, or when you ask.";
  if (reasons > 0)
    return reasons === 1
      ? "One thing keeps it from working as it should."
      : `${String(reasons)} things keep it from working as it should.`;
  return showing.some(({ found }) => found === "unknown")
    ? "Nothing that could be looked at keeps it from showing."
    : "Yes. Nothing keeps it from showing.";
}

function Findings({ findings }: { findings: readonly ShowingFinding[] }) {
  return (
    <ul style={{ listStyle: "none", margin: 0, padding: 0, display: "grid", gap: "0.75rem" }}>
      {findings.map((finding) => (
        <li key={finding.check}>
          <Finding finding={finding} />
        </li>
      ))}
    </ul>
  );
}

function Finding({ finding: { check, found, what, todo, link } }: { finding: ShowingFinding }) {
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center" wrap={false}>
        <div style={{ flexShrink: 0 }}>
          <StateBadge state={FOUND[found]} />
        </div>
        <Text as="span" breakWord>
          {what}
        </Text>
      </InlineStack>
      {todo !== "" && <Text as="p">{todo}</Text>}
      <InlineStack gap="200">
        {link !== null && (
          <Button url={link} target="_blank" accessibilityLabel={`${LINKS[check] ?? "Open in Shopify"}, in a new tab`}>
            {LINKS[check] ?? "Open in Shopify"}
          </Button>
        )}
        <OwnStep check={check} found={found} />
      </InlineStack>
    </BlockStack>
  );
}

/** What can be done about it from here. */
function OwnStep({ check, found }: Pick<ShowingFinding, "check" | "found">) {
  if (check === "embed" && found === "unknown") return <ReadThemes />;
  if (found !== "found") return null;
  if (check === "policies") return <ActionButton intent="write-policies">Write the region policies</ActionButton>;
  return check === "settings" || check === "nothing-to-ask" ? (
    <Button url="/app/consent/banner">Open the banner’s page</Button>
  ) : null;
}

const LINKS: Readonly<Partial<Record<ShowingFinding["check"], string>>> = {
  embed: "Turn on the banner",
  "other-tool": "Open app embeds",
  "own-banner": "Open Shopify’s privacy settings",
};
