import { BlockStack, Button, Divider, InlineStack, Text } from "@shopify/polaris";
import { Fragment } from "react";
import { leakRemedy, leakSentence } from "../../consent/leak-words.ts";
import type { Leak, Severity } from "../../consent/leaks.ts";
import type { ThemeTag } from "../../consent/scan-theme.ts";
import { ActionButton } from "../action-button.tsx";
import { SectionCard } from "../section-card.tsx";
import { StateBadge } from "../state-badge.tsx";
import type { Badged } from "../words.ts";
import { ReadThemes } from "./read-themes.tsx";
import { CodeLine } from "./code-line.tsx";
import { editorLink } from "./editor-link.ts";
import { PURPOSE_WORDS } from "./words.ts";

/** More are of the same kind; mending the first ones often mends them, too. */
const SHOWN = 10;

const SEVERITIES: Readonly<Record<Severity, Badged>> = {
  high: { label: "Serious", tone: "critical" },
  medium: { label: "To mend", tone: "warning" },
  low: { label: "Rare", tone: "info" },
};

interface Props {
  leaks: readonly Leak[];
  /** The store's handle in Shopify admin, and the theme that was read; null when it could not be read. */
  handle: string;
  theme: string | null;
  /** Whether any page has reported: without, no leak means nothing. */
  hasReports: boolean;
}

/** What ran although the shopper had not allowed it: where it stands, and how to mend it. */
export function LeaksCard({ leaks, handle, theme, hasReports }: Props) {
  if (leaks.length === 0) return <NoLeaks hasReports={hasReports} />;
  return (
    <SectionCard
      title={leaks.length === 1 ? "One leak" : `${String(leaks.length)} leaks`}
      aside={
        <Text as="span" variant="bodySm" tone="subdued">
          Last 30 days
        </Text>
      }
    >
      <Text as="p">This ran on your pages although the shopper had not allowed it. The most serious comes first.</Text>
      <BlockStack gap="400">
        {leaks.slice(0, SHOWN).map((leak, index) => (
          <Fragment key={`${leak.kind} ${leak.phase} ${leak.name}`}>
            {index > 0 && <Divider />}
            <LeakItem leak={leak} handle={handle} theme={theme} />
          </Fragment>
        ))}
        {leaks.length > SHOWN && (
          <Text as="p" tone="subdued">
            and {leaks.length - SHOWN} more
          </Text>
        )}
      </BlockStack>
    </SectionCard>
  );
}

function NoLeaks({ hasReports }: { hasReports: boolean }) {
  return (
    <SectionCard title="Leaks">
      <Text as="p">
        {hasReports
          ? "None found in 30 days: nothing that needs consent ran without it on the page views that reported."
          : "Not known yet. As soon as pages of your store report what runs, Candor compares it with what was allowed."}
      </Text>
    </SectionCard>
  );
}

function LeakItem({ leak, handle, theme }: { leak: Leak; handle: string; theme: string | null }) {
  const lacked = leak.lacked.map((purpose) => PURPOSE_WORDS[purpose]).join(" and ");
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm" breakWord>
          {leak.serviceName ?? leak.name}
        </Text>
        <StateBadge state={SEVERITIES[leak.severity]} />
      </InlineStack>
      <Text as="p" breakWord>
        {leakSentence(leak)} It needs {lacked}.
      </Text>
      <Text as="p" tone="subdued" variant="bodySm">
        Seen on {leak.seen} of {leak.views} page views that reported.
      </Text>
      <Text as="p" breakWord>
        {leakRemedy(leak)}
      </Text>
      {leak.tag && leak.cause !== "elsewhere" && <Mend tag={leak.tag} handle={handle} theme={theme} />}
      <NextStep leak={leak} />
    </BlockStack>
  );
}

function Mend({ tag, handle, theme }: { tag: ThemeTag; handle: string; theme: string | null }) {
  const place = `${tag.file}, line ${String(tag.line)}`;
  return (
    <BlockStack gap="200">
      <CodeLine label={`Now, in ${place}`} code={tag.source} />
      {tag.mended !== null && <CodeLine label="Instead" code={tag.mended} copies={`the mended line of ${place}`} />}
      {theme !== null && (
        <InlineStack>
          <Button
            url={editorLink(handle, theme, tag.file)}
            target="_blank"
            accessibilityLabel={`Open in the code editor: ${tag.file}, in a new tab`}
          >
            Open in the code editor
          </Button>
        </InlineStack>
      )}
    </BlockStack>
  );
}

function NextStep({ leak: { cause, serviceName, name } }: { leak: Leak }) {
  const label = serviceName ?? name;
  if (cause === "not-held")
    return (
      <InlineStack>
        <Button url="/app/consent/services" accessibilityLabel={`Go to cookies and services, for ${label}`}>
          Go to cookies and services
        </Button>
      </InlineStack>
    );
  if (cause === "theme-unread")
    return (
      <InlineStack>
        <ReadThemes />
      </InlineStack>
    );
  // whether markup is held follows from the theme, with the next publishing
  return cause === "markup" ? (
    <ActionButton intent="publish" accessibilityLabel={`Hold it now: ${label}`}>
      Hold it now
    </ActionButton>
  ) : null;
}
