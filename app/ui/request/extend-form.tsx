import { Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { DELAY_REASONS } from "../../mail/templates.ts";
import { EXTENSION_WORDS } from "../../requests/extension-words.ts";
import { When } from "../when.tsx";
import { DecisionForm, WordsField } from "./decision-form.tsx";

const GROUNDS = DELAY_REASONS.map((value) => ({ value, label: EXTENSION_WORDS[value] }));

/** Extends the time to answer, once. */
export function ExtendForm({ request, to, onCancel }: { request: string; to: Date; onCancel: () => void }) {
  const [ground, setGround] = useState<string>(DELAY_REASONS[0]);
  return (
    <DecisionForm request={request} intent="extend" submit="Extend and tell the customer" onCancel={onCancel}>
      <Text as="p">
        The law allows this once, until <When at={to} isDay />. The customer is told the new day and why.
      </Text>
      <Select label="Ground" name="ground" options={GROUNDS} value={ground} onChange={setGround} />
      <WordsField
        label="More for the customer (optional)"
        name="reason"
        help="Mailed to the customer as you write it, beside the ground."
      />
    </DecisionForm>
  );
}
