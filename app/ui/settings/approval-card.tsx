import { useFetcher } from "@remix-run/react";
import { Checkbox, Text } from "@shopify/polaris";
import type { DeskRules } from "../../staff/desk-rules.ts";
import type { Answer } from "../answer.ts";
import { SectionCard } from "../section-card.tsx";
import { useAnswer } from "../use-answer.ts";

/** Whether a deletion needs two people. */
export function ApprovalCard({ rules, mayRule }: { rules: DeskRules; mayRule: boolean }) {
  const fetcher = useFetcher<Answer>();
  useAnswer(fetcher.data);
  const asked = fetcher.formData?.get("fourEyes");
  const fourEyes = asked === undefined ? rules.fourEyes : asked === "yes";
  return (
    <SectionCard title="Deletions">
      <Checkbox
        label="Two people must approve before a customer is deleted"
        helpText="Nothing is erased until two different members of your staff said yes. What Shopify itself erases, because someone asked there, is not held up."
        checked={fourEyes}
        disabled={!mayRule || fetcher.state !== "idle"}
        onChange={(checked) => {
          fetcher.submit({ intent: "rules", fourEyes: checked ? "yes" : "no" }, { method: "post" });
        }}
      />
      {!mayRule && (
        <Text as="p" tone="subdued">
          Only an owner can change this.
        </Text>
      )}
    </SectionCard>
  );
}
