import { BlockStack, Checkbox, RangeSlider, TextField } from "@shopify/polaris";
import { SectionCard } from "../section-card.tsx";
import { errorOf, type FormPart } from "./form-part.ts";

/** What is kept of a choice, and how much of what runs is reported. */
export function RecordsSettingsCard({ draft, errors, onChange }: FormPart) {
  const percent = Math.round(draft.reportShare * 100);
  return (
    <SectionCard title="Records and reports">
      <BlockStack gap="400">
        <Checkbox
          label="Keep a shortened IP address with each record"
          helpText="Off unless you need it: a record is proof without it. The end of the address is cut off before it is kept, and what is kept is encrypted."
          checked={draft.keepsIp}
          onChange={(keepsIp) => {
            onChange({ keepsIp });
          }}
        />
        <TextField
          label="Keep records for"
          helpText="Counted from when a choice was replaced or lapsed."
          type="integer"
          suffix="months"
          min={6}
          max={120}
          value={String(draft.keepMonths)}
          onChange={(months) => {
            onChange({ keepMonths: Number(months) });
          }}
          autoComplete="off"
          {...errorOf(errors, "keepMonths")}
        />
        <RangeSlider
          label={`Page views that report what ran: ${String(percent)}%`}
          helpText="Names of cookies and hosts, no address and nobody. Leaks are found with it. 0% turns the leak report off."
          min={0}
          max={100}
          value={percent}
          onChange={(share) => {
            onChange({ reportShare: Number(share) / 100 });
          }}
        />
      </BlockStack>
    </SectionCard>
  );
}
