import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, Text } from "@shopify/polaris";
import type { Area } from "../../policy/areas.ts";
import type { PolicyAudit } from "../../policy/audit.ts";
import type { Answer } from "../answer.ts";
import { SectionCard } from "../section-card.tsx";
import { useAnswer } from "../use-answer.ts";

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

/** The figures of an audit, and what to do with what the policy claims. */
export function SummaryCard({ audit, policy, areas }: { audit: PolicyAudit; policy: string; areas: readonly Area[] }) {
  const fetcher = useFetcher<Answer>();
  useAnswer(fetcher.data);
  const { language, statements, gaps } = audit;
  const isForeign = language !== "en" && statements.length < 5;
  return (
    <SectionCard title="In short">
      <BlockStack gap="300" inlineAlign="start">
        <Text as="p">
          {`The policy makes ${count(statements.length, "statement", "statements")} that Candor knows, and has ${count(gaps.length, "gap", "gaps")} for the places you chose.`}
        </Text>
        {isForeign && (
          <Banner tone="warning" title="This policy seems not to be in English">
            Candor reads statements in English only. Of other languages it sees links, remains of templates and the
            language.
          </Banner>
        )}
        <Text as="p" tone="subdued">
          What a policy says is a claim until somebody confirms it. Candor can note the claims in your register: what
          was seen or confirmed there stays.
        </Text>
        <Button
          loading={fetcher.state !== "idle"}
          disabled={statements.length === 0}
          onClick={() => {
            fetcher.submit({ intent: "take", areas: areas.join(","), policy }, { method: "post" });
          }}
        >
          Note the claims in the register
        </Button>
      </BlockStack>
    </SectionCard>
  );
}
