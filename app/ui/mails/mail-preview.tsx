import { BlockStack, Box, Checkbox, Tabs, Text } from "@shopify/polaris";
import { useState } from "react";
import { SectionCard } from "../section-card.tsx";
import type { PreviewView } from "./editor-answer.ts";

const TABS = [
  { id: "html", content: "As HTML" },
  { id: "text", content: "As plain text" },
];

interface Props {
  preview: PreviewView;
  language: string;
  isFull: boolean;
  onFull: (isFull: boolean) => void;
}

/** A mail in both its forms, with an invented customer. The HTML stands in a frame without any right. */
export function MailPreview({ preview, language, isFull, onFull }: Props) {
  const [tab, setTab] = useState(0);
  const [good, setGood] = useState(preview);
  // while something has to be mended, the last good mail stays
  if (preview.kind === "mail" && preview !== good) setGood(preview);
  return (
    <SectionCard title="Preview">
      <Text as="p" tone="subdued">
        With an invented customer. This is what is sent, to the letter.
      </Text>
      <Checkbox label="With the parts that only some mails have" checked={isFull} onChange={onFull} />
      {good.kind === "mail" && (
        <BlockStack gap="200">
          <Text as="p">
            <b>Subject:</b> <bdi lang={language}>{good.mail.subject}</bdi>
          </Text>
          <Tabs tabs={TABS} selected={tab} onSelect={setTab}>
            <Box paddingBlockStart="300">
              {tab === 0 ? <HtmlMail html={good.mail.html} /> : <TextMail text={good.mail.text} language={language} />}
            </Box>
          </Tabs>
        </BlockStack>
      )}
      {preview.kind === "problems" && (
        <div role="status">
          <Text as="p" tone="critical">
            The text has something to mend. The preview shows it as it was before.
          </Text>
        </div>
      )}
    </SectionCard>
  );
}

function HtmlMail({ html }: { html: string }) {
  return (
    <iframe
      title="The mail as HTML"
      sandbox=""
      srcDoc={html}
      style={{
        ...{ width: "100%", height: "36rem", border: "1px solid var(--p-color-border)" },
        ...{ borderRadius: "var(--p-border-radius-200)", background: "white" },
      }}
    />
  );
}

function TextMail({ text, language }: { text: string; language: string }) {
  return (
    <Box background="bg-surface-secondary" padding="300" borderRadius="200">
      <pre dir="auto" lang={language} style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere", margin: 0 }}>
        {text}
      </pre>
    </Box>
  );
}
