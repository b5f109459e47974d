import { ChoiceList, Text } from "@shopify/polaris";
import { useState } from "react";
import { DecisionForm, WordsField } from "./decision-form.tsx";

interface Props {
  request: string;
  isOwnRefusal: boolean;
  onCancel: () => void;
}

const CHOICES = [
  { value: "grant", label: "Grant it", helpText: "The request goes on as if it had not been refused." },
  { value: "refuse", label: "Refuse it again", helpText: "The customer is told where to complain." },
];

/** Decides an appeal. */
export function AppealForm({ request, isOwnRefusal, onCancel }: Props) {
  const [decision, setDecision] = useState(["grant"]);
  return (
    <DecisionForm
      request={request}
      intent="appeal"
      fields={{ decision: decision[0] ?? "grant" }}
      submit="Decide and tell the customer"
      onCancel={onCancel}
    >
      {isOwnRefusal && (
        <Text as="p">You refused this request yourself: it is accepted only if nobody else may decide.</Text>
      )}
      <ChoiceList title="The appeal" choices={CHOICES} selected={decision} onChange={setDecision} />
      <WordsField label="Explanation for the customer" name="explanation" help="Mailed as you write it." />
    </DecisionForm>
  );
}
