import { BlockStack, InlineStack, Text } from "@shopify/polaris";
import type { MailRow } from "../../mail/mail-row.ts";
import { MAIL_STATUS_WORDS, MAIL_WORDS } from "../mails/mail-words.ts";
import { SectionCard } from "../section-card.tsx";
import { StateBadge } from "../state-badge.tsx";
import { When } from "../when.tsx";

/** The mails that were written for a request: what they are about, when they went, and what keeps them. */
export function MailsCard({ mails }: { mails: readonly MailRow[] }) {
  return (
    <SectionCard title="Mails">
      <BlockStack gap="300">
        {mails.map(({ id, template, language, status, cause, createdAt, doneAt }) => (
          <BlockStack key={id} gap="050">
            <InlineStack gap="200" align="space-between" blockAlign="center">
              <Text as="p">{MAIL_WORDS[template]}</Text>
              <StateBadge state={MAIL_STATUS_WORDS[status]} />
            </InlineStack>
            <Text as="p" variant="bodySm" tone="subdued">
              <When at={doneAt ?? createdAt} />, in {language}
            </Text>
            {cause !== null && (
              <Text as="p" variant="bodySm" tone="critical" breakWord>
                {cause}
              </Text>
            )}
          </BlockStack>
        ))}
      </BlockStack>
    </SectionCard>
  );
}
