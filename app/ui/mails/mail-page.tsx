import { useFetcher, useNavigate } from "@remix-run/react";
import { SaveBar } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Button, InlineGrid, List, Page, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { direction, isMailLanguage } from "../../mail/languages.ts";
import { templateRules, type MailTemplate } from "../../mail/templates.ts";
import { languageName } from "../consent/place-name.ts";
import { SectionCard } from "../section-card.tsx";
import { useAnswer } from "../use-answer.ts";
import type { EditorAnswer, PreviewView } from "./editor-answer.ts";
import { MailPreview } from "./mail-preview.tsx";
import { MAIL_WORDS, RECIPIENT_WORDS } from "./mail-words.ts";
import { usePreview } from "./use-preview.ts";
import { VariableList } from "./variable-list.tsx";

interface Wording {
  subject: string;
  body: string;
}

interface Props {
  template: MailTemplate;
  language: string;
  languages: readonly string[];
  /** Those in which the store has a text of its own. */
  ownLanguages: readonly string[];
  saved: { version: number; own: Wording | null };
  shown: Wording;
  /** The store's own text no longer fits, so the standard one is sent. */
  isOutdated: boolean;
  preview: PreviewView;
}

/** The editor of one mail: its text on the left, the mail on the right. */
export function MailPage(props: Props) {
  const { template, language, saved, shown, isOutdated } = props;
  const fetcher = useFetcher<EditorAnswer>();
  useAnswer(fetcher.data?.kind === "done" ? fetcher.data : undefined);
  const [draft, setDraft] = useState(shown);
  const [isFull, setFull] = useState(true);
  const preview = usePreview({ draft, language, isFull }, props.preview);
  const isChanged = draft.subject !== shown.subject || draft.body !== shown.body;
  const problems = preview.kind === "problems" ? preview.problems : [];
  const send = (fields: Record<string, string | number>) => {
    fetcher.submit({ ...fields, language, version: saved.version }, { method: "post" });
  };
  const isBusy = fetcher.state !== "idle";
  return (
    <Page
      fullWidth
      title={MAIL_WORDS[template]}
      subtitle={`To: ${RECIPIENT_WORDS[templateRules(template).to].toLowerCase()}`}
      backAction={{ content: "Mails", url: "/app/mails" }}
    >
      <DraftBar
        isOpen={isChanged}
        isBusy={isBusy}
        isGood={problems.length === 0}
        onSave={() => {
          send({ intent: "save", ...draft });
        }}
        onDiscard={() => {
          setDraft(shown);
        }}
      />
      <BlockStack gap="400">
        {isOutdated && <Outdated />}
        <InlineGrid columns={{ xs: 1, lg: 2 }} gap="400" alignItems="start">
          <BlockStack gap="400">
            <TextCard {...props} draft={draft} problems={problems} onChange={setDraft} />
            {saved.own && (
              <OwnText
                language={language}
                isBusy={isBusy}
                onRevert={() => {
                  send({ intent: "revert" });
                }}
              />
            )}
            <VariableList template={template} />
          </BlockStack>
          <MailPreview preview={preview} language={language} isFull={isFull} onFull={setFull} />
        </InlineGrid>
      </BlockStack>
    </Page>
  );
}

interface BarProps {
  isOpen: boolean;
  isBusy: boolean;
  isGood: boolean;
  onSave: () => void;
  onDiscard: () => void;
}

/** Shopify admin's own bar for what is not saved yet. */
function DraftBar({ isOpen, isBusy, isGood, onSave, onDiscard }: BarProps) {
  return (
    <SaveBar id="mail-save-bar" open={isOpen} discardConfirmation>
      <button
        // App Bridge reads the attribute `variant`, which HTML does not know
        {...{ variant: "primary" }}
        {...(isBusy && { loading: "" })}
        disabled={!isGood}
        onClick={onSave}
      >
        Save
      </button>
      <button onClick={onDiscard}>Discard</button>
    </SaveBar>
  );
}

interface OwnProps {
  language: string;
  isBusy: boolean;
  onRevert: () => void;
}

function OwnText({ language, isBusy, onRevert }: OwnProps) {
  return (
    <SectionCard title="Your own text">
      <BlockStack gap="300" inlineAlign="start">
        <Text as="p">Your store sends its own text in {languageName(language)}. Earlier texts stay on record.</Text>
        <Button loading={isBusy} onClick={onRevert}>
          Go back to the standard text
        </Button>
      </BlockStack>
    </SectionCard>
  );
}

function Outdated() {
  return (
    <Banner tone="warning" title="Your text is not sent any more">
      It uses something that this mail no longer has. Until you mend it, the standard text is sent.
    </Banner>
  );
}

interface CardProps extends Props {
  draft: Wording;
  problems: readonly { field: "subject" | "body"; message: string }[];
  onChange: (draft: Wording) => void;
}

function TextCard({ template, language, languages, ownLanguages, draft, problems, onChange }: CardProps) {
  const navigate = useNavigate();
  const errors = (field: string) => {
    const found = problems.filter((problem) => problem.field === field);
    if (found.length === 0) return {};
    if (found.length === 1) return { error: found[0]?.message ?? "" };
    return {
      error: (
        <List>
          {found.map(({ message }) => (
            <List.Item key={message}>{message}</List.Item>
          ))}
        </List>
      ),
    };
  };
  const options = languages.map((value) => ({
    value,
    label: `${languageName(value)}${ownLanguages.includes(value) ? " (your text)" : ""}`,
  }));
  return (
    <SectionCard title="Text">
      <Select
        label="Language"
        options={options}
        value={language}
        onChange={(tag) => {
          navigate(`/app/mails/${template}?language=${tag}`);
        }}
      />
      <div dir={isMailLanguage(language) ? direction(language) : "ltr"} lang={language}>
        <BlockStack gap="300">
          <TextField
            label="Subject"
            value={draft.subject}
            autoComplete="off"
            onChange={(subject) => {
              onChange({ ...draft, subject });
            }}
            {...errors("subject")}
          />
          <TextField
            label="Mail"
            value={draft.body}
            autoComplete="off"
            multiline={12}
            onChange={(body) => {
              onChange({ ...draft, body });
            }}
            {...errors("body")}
          />
        </BlockStack>
      </div>
    </SectionCard>
  );
}
