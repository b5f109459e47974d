import { Box, InlineGrid, Select, TextField } from "@shopify/polaris";
import { CHOICE_SOURCES } from "../../consent/record.ts";
import { RECORD_FORMS, UNKNOWN_PLACE, type RecordChoice } from "../../consent/record-filter.ts";
import { placeName } from "./place-name.ts";
import { CHOICE_SOURCE_WORDS, FORM_WORDS } from "./words.ts";

const SOURCES = [
  { label: "Every source", value: "" },
  ...CHOICE_SOURCES.map((value) => ({ label: CHOICE_SOURCE_WORDS[value], value })),
];
const FORMS = [
  { label: "Every form", value: "" },
  ...RECORD_FORMS.map((value) => ({ label: FORM_WORDS[value], value })),
];

interface Props {
  choice: RecordChoice;
  /** The places that choices came from, ISO 3166; "" for an unknown one. */
  regions: readonly string[];
  /** Called with what changed, by its name in the page's query. */
  onChange: (changes: Record<string, string>) => void;
}

/** Which records are shown. */
export function RecordFilters({ choice, regions, onChange }: Props) {
  const places = [...regions]
    .map((region) => ({ label: placeName(region), value: region === "" ? UNKNOWN_PLACE : region }))
    .sort((one, other) => one.label.localeCompare(other.label, "en"));
  const day = (label: string, name: "from" | "to") => (
    <TextField
      label={label}
      type="date"
      value={choice[name]}
      onChange={(value) => {
        onChange({ [name]: value });
      }}
      autoComplete="off"
    />
  );
  return (
    <Box padding="300" borderBlockStartWidth="025" borderBlockEndWidth="025" borderColor="border">
      <InlineGrid columns={{ xs: 2, md: 5 }} gap="300">
        <Select
          label="Place"
          options={[{ label: "Every place", value: "" }, ...places]}
          value={choice.region}
          onChange={(region) => {
            onChange({ region });
          }}
        />
        <Select
          label="Source"
          options={SOURCES}
          value={choice.source}
          onChange={(source) => {
            onChange({ source });
          }}
        />
        <Select
          label="Form"
          options={FORMS}
          value={choice.form}
          onChange={(form) => {
            onChange({ form });
          }}
        />
        {day("From", "from")}
        {day("To", "to")}
      </InlineGrid>
    </Box>
  );
}
