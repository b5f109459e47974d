import { ChoiceList } from "@shopify/polaris";
import { useState } from "react";
import type { RequestKind } from "../../law/requests.ts";
import { SECTION_WORDS, SECTIONS } from "../../package/sections.ts";
import type { GroundChoice } from "../../requests/desk-view.ts";
import { DecisionForm, WordsField } from "./decision-form.tsx";
import { GroundField } from "./ground-field.tsx";

interface Props {
  request: string;
  kind: RequestKind;
  grounds: readonly GroundChoice[];
  onCancel: () => void;
}

const CHOICES = SECTIONS.map((value) => ({ value, label: SECTION_WORDS[value].title }));

/** Answers a part of a request, and leaves out the rest on a ground of the law. */
export function LimitForm({ request, kind, grounds, onCancel }: Props) {
  const [withheld, setWithheld] = useState<string[]>([]);
  const hasPackage = kind === "access" || kind === "portability";
  return (
    <DecisionForm
      request={request}
      intent="limit"
      fields={{ withheld: withheld.join(" ") }}
      submit="Leave this out"
      onCancel={onCancel}
    >
      <GroundField grounds={grounds} />
      {hasPackage && (
        <ChoiceList
          allowMultiple
          title="Leave out of the package"
          choices={CHOICES}
          selected={withheld}
          onChange={setWithheld}
        />
      )}
      <WordsField
        label="Reason for your own record"
        name="reason"
        help="What is left out and why the ground fits. Kept encrypted, never mailed."
      />
    </DecisionForm>
  );
}
