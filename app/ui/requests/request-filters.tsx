import { Box, Checkbox, InlineStack, Select } from "@shopify/polaris";
import { REQUEST_KINDS, REQUEST_STATUSES } from "../../law/requests.ts";
import type { RequestChoice } from "../../requests/request-filter.ts";
import { KIND_WORDS, STATUS_WORDS } from "../words.ts";

const STATUSES = [
  { label: "Open and on hold", value: "running" },
  ...REQUEST_STATUSES.map((value) => ({ label: STATUS_WORDS[value].label, value })),
  { label: "All", value: "all" },
];
const KINDS = [
  { label: "All kinds", value: "" },
  ...REQUEST_KINDS.map((value) => ({ label: KIND_WORDS[value], value })),
];

interface Props {
  choice: RequestChoice;
  /** Called with what changed, by its name in the page's query. */
  onChange: (changes: Record<string, string>) => void;
}

/** Which requests are shown. */
export function RequestFilters({ choice, onChange }: Props) {
  return (
    <Box padding="300" borderBlockEndWidth="025" borderColor="border">
      <InlineStack gap="400" blockAlign="center">
        <Select
          label="Status"
          labelInline
          options={STATUSES}
          value={choice.status}
          onChange={(status) => {
            onChange({ status });
          }}
        />
        <Select
          label="Kind"
          labelInline
          options={KINDS}
          value={choice.kind}
          onChange={(kind) => {
            onChange({ kind });
          }}
        />
        <Checkbox
          label="Overdue only"
          checked={choice.isOverdue}
          onChange={(isOverdue) => {
            onChange({ overdue: isOverdue ? "yes" : "" });
          }}
        />
      </InlineStack>
    </Box>
  );
}
