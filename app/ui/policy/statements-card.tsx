import { Badge, BlockStack, Button, Collapsible, Divider, InlineStack, Text } from "@shopify/polaris";
import { useId, useState } from "react";
import type { FoundStatement } from "../../policy/audit.ts";
import { STATEMENT_NAMES } from "../../policy/statements/names.ts";
import { SectionCard } from "../section-card.tsx";
import { Place } from "./gaps-card.tsx";
import type { Shown } from "./text-card.tsx";

interface Props {
  statements: readonly FoundStatement[];
  onShow: (shown: Shown) => void;
}

/** What the policy says, each with the sentence that says it best and the words that told. */
export function StatementsCard({ statements, onShow }: Props) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <SectionCard title="What it says" aside={<Badge>{String(statements.length)}</Badge>}>
      <BlockStack gap="300" inlineAlign="start">
        <Button
          variant="plain"
          disclosure={isOpen ? "up" : "down"}
          ariaExpanded={isOpen}
          ariaControls={id}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {isOpen ? "Hide the statements" : "Show the statements"}
        </Button>
        <Collapsible open={isOpen} id={id}>
          <BlockStack gap="300">
            {statements.map((statement, index) => (
              <BlockStack key={statement.id} gap="300">
                {index > 0 && <Divider />}
                <Statement statement={statement} onShow={onShow} />
              </BlockStack>
            ))}
          </BlockStack>
        </Collapsible>
      </BlockStack>
    </SectionCard>
  );
}

function Statement({ statement, onShow }: { statement: FoundStatement; onShow: (shown: Shown) => void }) {
  const { id, sentence, because, also } = statement;
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Badge>{id}</Badge>
        <Text as="h3" variant="headingSm">
          {`It says ${STATEMENT_NAMES[id]}`}
        </Text>
      </InlineStack>
      <Place words={sentence} shown={statement} onShow={onShow} />
      <Text as="p" variant="bodySm" tone="subdued" breakWord>
        {because}
        {also.length > 0 && `. Also in ${also.length === 1 ? "another place" : `${also.length} other places`}`}
      </Text>
    </BlockStack>
  );
}
