import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { ActionButton } from "../action-button.tsx";
import { StateBadge } from "../state-badge.tsx";
import { When } from "../when.tsx";
import { KIND_WORDS, type Badged } from "../words.ts";
import { CONNECTOR_WORDS } from "./connector-words.ts";
import type { ShownProcessor } from "./processors-page.tsx";

interface Props {
  processor: ShownProcessor;
  mayRule: boolean;
  mayWork: boolean;
}

/** One processor: how it is asked, for what, and how it went last time. */
export function ProcessorItem({ processor, mayRule, mayWork }: Props) {
  const { name, connector, acts, isActive, checkedAt, cause } = processor;
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm" breakWord>
          {name}
        </Text>
        <StateBadge state={stateOf(processor)} />
      </InlineStack>
      <Text as="p" variant="bodySm" tone="subdued" breakWord>
        {CONNECTOR_WORDS[connector].label} · {acts.map((act) => KIND_WORDS[act]).join(", ")}
      </Text>
      {cause !== null && (
        <Text as="p" tone={isActive ? "critical" : "subdued"} breakWord>
          {cause}
        </Text>
      )}
      {checkedAt !== null && (
        <Text as="p" variant="bodySm" tone="subdued">
          Last tried <When at={checkedAt} />
        </Text>
      )}
      <Buttons processor={processor} mayRule={mayRule} mayWork={mayWork} />
    </BlockStack>
  );
}

function Buttons({ processor: { id, name, connector, isActive }, mayRule, mayWork }: Props) {
  return (
    <InlineStack gap="200">
      {mayRule && (
        <Button url={`/app/processors/${id}`} accessibilityLabel={`Edit ${name}`}>
          Edit
        </Button>
      )}
      {mayWork && connector !== "by-hand" && (
        <ActionButton intent="check" fields={{ processor: id }} accessibilityLabel={`Check the connection to ${name}`}>
          Check the connection
        </ActionButton>
      )}
      {mayRule && (
        <ActionButton
          intent={isActive ? "turn-off" : "turn-on"}
          fields={{ processor: id }}
          accessibilityLabel={`${isActive ? "Turn off" : "Turn on"} ${name}`}
        >
          {isActive ? "Turn off" : "Turn on"}
        </ActionButton>
      )}
    </InlineStack>
  );
}

function stateOf({ isActive, cause, checkedAt, connector }: ShownProcessor): Badged {
  if (!isActive) return { label: "Off" };
  if (cause !== null) return { label: "Failing", tone: "critical" };
  if (connector === "by-hand") return { label: "On", tone: "success" };
  return checkedAt === null ? { label: "Not checked yet", tone: "attention" } : { label: "Works", tone: "success" };
}
