import { Banner, BlockStack, Button, InlineStack, Select } from "@shopify/polaris";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useSearchParams } from "@remix-run/react";
import { hasPdf } from "../../policy/document/pdf-languages.ts";
import { languageName } from "../consent/place-name.ts";
import { saveFile } from "../save-file.ts";
import { SectionCard } from "../section-card.tsx";
import type { PolicyFacts } from "./policy-page.tsx";

const FORMATS = ["html", "pdf", "md", "txt", "json"] as const;

/** The text as shoppers will read it, in each language. */
export function DraftCard({ language, languages, missing, preview }: PolicyFacts) {
  const [, setQuery] = useSearchParams();
  return (
    <SectionCard title="The text">
      <BlockStack gap="300">
        {missing.length > 0 && (
          <Banner tone="warning">
            <p>
              Your store also speaks {missing.map(languageName).join(", ")}. The policy has no text in{" "}
              {missing.length === 1 ? "it" : "them"} yet: shoppers there are offered the other languages, by name.
            </p>
          </Banner>
        )}
        <Select
          label="Language"
          options={languages.map((value) => ({ value, label: languageName(value) }))}
          value={language}
          onChange={(value) => {
            setQuery({ language: value }, { preventScrollReset: true });
          }}
        />
        <iframe
          title="The draft"
          sandbox=""
          srcDoc={`<!doctype html><meta charset="utf-8"><style>body{font:15px/1.6 system-ui,sans-serif;color:#1f2a27;margin:1rem;overflow-wrap:anywhere}table{border-collapse:collapse;width:100%}th,td{border:1px solid #c9cccf;padding:.35rem .5rem;text-align:start;vertical-align:top}</style>${preview}`}
          style={{
            width: "100%",
            height: "34rem",
            border: "1px solid var(--p-color-border-secondary)",
            borderRadius: 8,
          }}
        />
        <InlineStack gap="200">
          {FORMATS.filter((format) => format !== "pdf" || hasPdf(language)).map((format) => (
            <SaveButton key={format} language={language} format={format} />
          ))}
        </InlineStack>
      </BlockStack>
    </SectionCard>
  );
}

function SaveButton({ language, format }: { language: string; format: (typeof FORMATS)[number] }) {
  const shopify = useAppBridge();
  const save = () => {
    saveFile(`/app/policy/draft/${language}?as=${format}`).catch(() => {
      shopify.toast.show("The file could not be made. Try again.", { isError: true });
    });
  };
  return (
    <Button size="slim" onClick={save} accessibilityLabel={`Save the draft as ${format}`}>
      {format.toUpperCase()}
    </Button>
  );
}
