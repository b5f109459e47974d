import { Banner, BlockStack, Checkbox, ChoiceList, TextField } from "@shopify/polaris";
import { GOOGLE_MODES, type GoogleMode } from "../../consent/storefront-settings.ts";
import { SectionCard } from "../section-card.tsx";
import { errorOf, type FormPart } from "./form-part.ts";

const MODES: Readonly<Record<GoogleMode, { label: string; helpText: string }>> = {
  basic: {
    label: "Basic: nothing before a yes",
    helpText: "Google’s tags are held like all others. Google learns nothing of a shopper who refuses.",
  },
  advanced: {
    label: "Advanced: pings without cookies",
    helpText: "Google’s tags run at once and are told that nothing is allowed.",
  },
};

/** How Google's tags are treated, with what each choice means. */
export function GoogleCard({ draft, errors, onChange }: FormPart) {
  const { google } = draft;
  const change = (changes: Partial<typeof google>) => {
    onChange({ google: { ...google, ...changes } });
  };
  return (
    <SectionCard title="Google’s consent mode">
      <BlockStack gap="400">
        <ChoiceList
          title="Before a choice, and after a no"
          choices={GOOGLE_MODES.map((value) => ({ value, ...MODES[value] }))}
          selected={[google.mode]}
          onChange={([mode]) => {
            change({ mode: GOOGLE_MODES.find((one) => one === mode) ?? google.mode });
          }}
        />
        {google.mode === "advanced" && (
          <Banner tone="warning" title="Google hears of every visit">
            Also of shoppers who refuse: each ping carries their IP address, browser and the page. Google models
            conversions with it. Regulators in the EU have not agreed that this needs no consent; the decision is yours,
            and your policy must tell shoppers.
          </Banner>
        )}
        <Checkbox
          label="Remove ad identifiers after a no"
          helpText="ads_data_redaction: what Google’s ad tags still send carries no click identifiers."
          checked={google.redactAds}
          onChange={(redactAds) => {
            change({ redactAds });
          }}
        />
        <Checkbox
          label="Pass ad clicks on in addresses"
          helpText="url_passthrough: without cookies, the identifier of an ad click travels in your links."
          checked={google.passUrl}
          onChange={(passUrl) => {
            change({ passUrl });
          }}
        />
        <TextField
          label="Google’s tags wait for the choice"
          type="integer"
          suffix="ms"
          min={0}
          max={5000}
          value={String(google.waitForUpdate)}
          onChange={(text) => {
            change({ waitForUpdate: Number(text) });
          }}
          autoComplete="off"
          {...errorOf(errors, "google.waitForUpdate")}
        />
      </BlockStack>
    </SectionCard>
  );
}
