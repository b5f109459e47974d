import { BlockStack, Checkbox, ChoiceList, TextField } from "@shopify/polaris";
import { PURPOSES, purposesIn, setOf } from "../../law/purposes.ts";
import { SectionCard } from "../section-card.tsx";
import { errorOf, type FormPart } from "./form-part.ts";
import { PURPOSE_WORDS } from "./words.ts";

const WHAT = {
  preferences: "Settings such as language, and what a shopper looked at.",
  analytics: "Counting visits, and what works and what does not.",
  marketing: "Measuring your ads and showing ads that fit.",
  sale: "Sharing data with others for advertising on other sites. US laws call this a sale.",
} as const;

/** What shoppers are asked, and whose wish counts without being asked. */
export function AskedCard({ draft, errors, onChange }: FormPart) {
  return (
    <SectionCard title="What you ask">
      <BlockStack gap="400">
        <ChoiceList
          allowMultiple
          title="Your store uses data for"
          choices={PURPOSES.map((value) => ({ value, label: PURPOSE_WORDS[value], helpText: WHAT[value] }))}
          selected={purposesIn(draft.offered)}
          onChange={(chosen: string[]) => {
            onChange({ offered: setOf(PURPOSES.filter((purpose) => chosen.includes(purpose))) });
          }}
          {...errorOf(errors, "offered")}
        />
        <Checkbox
          label="Honour Do Not Track"
          helpText="An older browser signal that no law makes binding. On: statistics, marketing and sharing stay off for whoever sends it. Your policy must say which you do. Global Privacy Control is always honoured."
          checked={draft.honoursNoTrack}
          onChange={(honoursNoTrack) => {
            onChange({ honoursNoTrack });
          }}
        />
        <Checkbox
          label="My store is directed to children or teenagers"
          helpText="On: no marketing and no sharing for anyone, whatever is clicked."
          checked={draft.forMinors}
          onChange={(forMinors) => {
            onChange({ forMinors });
          }}
        />
        <TextField
          label="Address of your privacy policy"
          helpText="A path of your store, such as /policies/privacy-policy."
          value={draft.policyUrl}
          onChange={(policyUrl) => {
            onChange({ policyUrl });
          }}
          autoComplete="off"
          {...errorOf(errors, "policyUrl")}
        />
      </BlockStack>
    </SectionCard>
  );
}
