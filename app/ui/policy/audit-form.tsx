import { Banner, BlockStack, Button, ButtonGroup, ChoiceList, TextField } from "@shopify/polaris";
import { useState } from "react";
import { AREAS, type Area } from "../../policy/areas.ts";
import { SectionCard } from "../section-card.tsx";

const AREA_NAMES: Readonly<Record<Area, string>> = {
  eu: "European Union",
  gb: "United Kingdom",
  ch: "Switzerland",
  california: "California",
  "us-states": "Other states of the US",
  quebec: "Québec",
  canada: "Rest of Canada",
};

interface Props {
  areas: readonly Area[];
  onAreas: (areas: readonly Area[]) => void;
  /** The policy that was looked over last, when it came from Shopify. */
  fetchedPolicy: string | undefined;
  isAsking: boolean;
  asked: FormDataEntryValue | null;
  /** The store does not let Candor read its policies. */
  isNotAllowed: boolean;
  onAsk: (intent: "fetch" | "audit", policy: string) => void;
}

/** Takes the policy, from Shopify or pasted, and where the buyers are. */
export function AuditForm({ areas, onAreas, fetchedPolicy, isAsking, asked, isNotAllowed, onAsk }: Props) {
  const [typed, setTyped] = useState<string | undefined>();
  const policy = typed ?? fetchedPolicy ?? "";
  return (
    <SectionCard title="The policy">
      <BlockStack gap="400">
        {isNotAllowed && (
          <Banner tone="info" title="Candor may not read your policies">
            Paste the text instead, or allow it when Shopify asks for new permissions on Candor’s home page.
          </Banner>
        )}
        <TextField
          label="Text or HTML of your privacy policy"
          helpText="Nothing of it is kept. It is read here, by rules: no other service sees it."
          value={policy}
          onChange={setTyped}
          multiline={6}
          maxHeight={240}
          autoComplete="off"
        />
        <ChoiceList
          title="Where your buyers are"
          allowMultiple
          choices={AREAS.map((value) => ({ value, label: AREA_NAMES[value] }))}
          selected={[...areas]}
          onChange={(selected) => {
            onAreas(AREAS.filter((area) => selected.includes(area)));
          }}
          {...(areas.length === 0 && { error: "Choose at least one place" })}
        />
        <ButtonGroup>
          <Button
            variant="primary"
            disabled={policy.trim() === "" || areas.length === 0}
            loading={isAsking && asked === "audit"}
            onClick={() => {
              onAsk("audit", policy);
            }}
          >
            Look it over
          </Button>
          <Button
            disabled={areas.length === 0}
            loading={isAsking && asked === "fetch"}
            onClick={() => {
              setTyped(undefined);
              onAsk("fetch", "");
            }}
          >
            Fetch it from Shopify
          </Button>
        </ButtonGroup>
      </BlockStack>
    </SectionCard>
  );
}
