import { BlockStack, InlineStack, Text } from "@shopify/polaris";
import { CopyButton } from "./copy-button.tsx";

interface Props {
  label: string;
  code: string;
  /** What a screen reader hears is copied; none: there is nothing to copy. */
  copies?: string;
}

/** A line of a theme's code, as it stands or as it should. */
export function CodeLine({ label, code, copies }: Props) {
  return (
    <BlockStack gap="100">
      <InlineStack align="space-between" blockAlign="center">
        <Text as="span" variant="bodySm" tone="subdued">
          {label}
        </Text>
        {copies !== undefined && <CopyButton text={code} what={copies} />}
      </InlineStack>
      <pre
        style={{
          ...{ margin: 0, padding: "0.5rem 0.75rem", whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
          ...{ background: "var(--p-color-bg-surface-secondary)", borderRadius: "var(--p-border-radius-200)" },
          ...{ fontFamily: "var(--p-font-family-mono)", fontSize: "0.75rem" },
        }}
      >
        <code>{code}</code>
      </pre>
    </BlockStack>
  );
}
