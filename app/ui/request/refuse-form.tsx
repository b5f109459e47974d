import type { GroundChoice } from "../../requests/desk-view.ts";
import { DecisionForm, WordsField } from "./decision-form.tsx";
import { GroundField } from "./ground-field.tsx";

interface Props {
  request: string;
  grounds: readonly GroundChoice[];
  onCancel: () => void;
}

/** Refuses a request on a ground of the law. */
export function RefuseForm({ request, grounds, onCancel }: Props) {
  return (
    <DecisionForm request={request} intent="refuse" submit="Refuse the request" tone="critical" onCancel={onCancel}>
      <GroundField grounds={grounds} />
      <WordsField
        label="More for the customer (optional)"
        name="explanation"
        help="Mailed with the ground, how to have somebody else decide, and where to complain."
      />
      <WordsField
        label="Reason for your own record"
        name="reason"
        help="What you looked at and why the ground fits. Kept encrypted, never mailed."
      />
    </DecisionForm>
  );
}
