import { useFetcher } from "@remix-run/react";
import { SaveBar } from "@shopify/app-bridge-react";
import { Banner, BlockStack, InlineGrid, List, Page } from "@shopify/polaris";
import { useState } from "react";
import type { PublishedState } from "../../consent/published-state.ts";
import { checkDecisions, type ConsentDecisions } from "../../consent/settings.ts";
import type { Answer } from "../answer.ts";
import { useAnswer } from "../use-answer.ts";
import { AddressCard } from "./address-card.tsx";
import { AskAgainCard } from "./ask-again-card.tsx";
import { AskedCard } from "./asked-card.tsx";
import type { FormPart } from "./form-part.ts";
import { GoogleCard } from "./google-card.tsx";
import { LookCard } from "./look-card.tsx";
import { PreviewCard } from "./preview-card.tsx";
import { PublishedBanner } from "./published-banner.tsx";
import { RecordsSettingsCard } from "./records-settings-card.tsx";
import { WordingCard, type WordingText } from "./wording-card.tsx";

interface Props {
  saved: ConsentDecisions;
  /** Which save it is: a later one by somebody else is not overwritten. */
  version: number;
  published: PublishedState;
  /** The banner's languages, BCP 47. */
  languages: readonly string[];
  wordings: readonly WordingText[];
  /** Where the app proxy answers on the storefront. */
  path: string;
}

/** The editor of the banner: what is decided on the left, what shoppers see on the right. */
export function BannerPage({ saved, version, published, languages, wordings, path }: Props) {
  const fetcher = useFetcher<Answer>();
  useAnswer(fetcher.data);
  const [draft, setDraft] = useState(saved);
  const problems = checkDecisions(draft);
  const errors = Object.fromEntries(problems.map(({ field, problem }) => [field, problem]));
  const isChanged = JSON.stringify(draft) !== JSON.stringify(saved);
  const part = {
    draft,
    errors,
    onChange: (changes: Partial<ConsentDecisions>) => {
      setDraft((before) => ({ ...before, ...changes }));
    },
  };
  return (
    <Page
      fullWidth
      title="Banner"
      subtitle="What shoppers are asked, and how it looks"
      backAction={{ content: "Consent", url: "/app/consent" }}
    >
      <SaveBar id="banner-save-bar" open={isChanged} discardConfirmation>
        <button
          // App Bridge reads the attribute `variant`, which HTML does not know
          {...{ variant: "primary" }}
          {...(fetcher.state !== "idle" && { loading: "" })}
          disabled={problems.length > 0}
          onClick={() => {
            const decisions = JSON.stringify(draft);
            fetcher.submit({ intent: "save", version, decisions }, { method: "post" });
          }}
        >
          Save and publish
        </button>
        <button
          onClick={() => {
            setDraft(saved);
          }}
        >
          Discard
        </button>
      </SaveBar>
      <BlockStack gap="400">
        {problems.length > 0 && <Problems problems={problems.map(({ problem }) => problem)} />}
        <PublishedBanner published={published} />
        <InlineGrid columns={{ xs: 1, lg: 2 }} gap="400">
          <Cards {...part} saved={saved} wordings={wordings} path={path} />
          <div style={{ position: "sticky", top: "1rem", alignSelf: "start" }}>
            <PreviewCard draft={draft} languages={languages} isGood={problems.length === 0} />
          </div>
        </InlineGrid>
      </BlockStack>
    </Page>
  );
}

function Cards({ saved, wordings, path, ...part }: FormPart & Pick<Props, "saved" | "wordings" | "path">) {
  return (
    <BlockStack gap="400">
      <LookCard {...part} />
      <AskedCard {...part} />
      <WordingCard {...part} texts={wordings} />
      <GoogleCard {...part} />
      <RecordsSettingsCard {...part} />
      <AskAgainCard {...part} saved={saved.policy} />
      <AddressCard path={path} />
    </BlockStack>
  );
}

function Problems({ problems }: { problems: readonly string[] }) {
  return (
    <Banner tone="critical" title="This cannot be saved yet">
      <List>
        {problems.map((problem) => (
          <List.Item key={problem}>{problem}</List.Item>
        ))}
      </List>
    </Banner>
  );
}
