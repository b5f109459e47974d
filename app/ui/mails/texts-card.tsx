import { Badge, BlockStack, Divider, InlineStack, Link, Text } from "@shopify/polaris";
import { TEMPLATE_NAMES, templateRules, type MailTemplate } from "../../mail/templates.ts";
import { languageName } from "../consent/place-name.ts";
import { SectionCard } from "../section-card.tsx";
import { MAIL_WORDS, RECIPIENT_WORDS } from "./mail-words.ts";

const GROUPS = ["person", "processor", "store"] as const;

/** All mails, by who gets them; each leads to its text. */
export function TextsCard({ own }: { own: Partial<Record<string, string[]>> }) {
  return (
    <SectionCard title="Texts">
      <Text as="p">
        Every mail has a text in each language. You can write your own, try it, and go back at any time.
      </Text>
      {GROUPS.map((to) => (
        <BlockStack key={to} gap="200">
          <Text as="h3" variant="headingSm">
            {RECIPIENT_WORDS[to]}
          </Text>
          <Divider />
          {TEMPLATE_NAMES.filter((name) => templateRules(name).to === to).map((name) => (
            <TextLine key={name} name={name} languages={own[name] ?? []} />
          ))}
        </BlockStack>
      ))}
    </SectionCard>
  );
}

function TextLine({ name, languages }: { name: MailTemplate; languages: readonly string[] }) {
  return (
    <InlineStack align="space-between" blockAlign="center" gap="200">
      <Link url={`/app/mails/${name}`}>{MAIL_WORDS[name]}</Link>
      {languages.length > 0 && <Badge tone="info">{`Your text: ${languages.map(languageName).join(", ")}`}</Badge>}
    </InlineStack>
  );
}
