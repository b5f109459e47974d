import { Banner, BlockStack, InlineStack, Text } from "@shopify/polaris";
import { CodeText } from "../code-text.tsx";
import { CopyButton } from "../consent/copy-button.tsx";

/** A webhook's secret, the one time that it is shown. */
export function SecretBanner({ secret }: { secret: string }) {
  return (
    <Banner tone="success" title="Saved. This is the secret, shown only now">
      <BlockStack gap="200">
        <Text as="p">
          Give it to whoever runs the other side: with it they check that a call is Candor’s. To get another, enter one
          of your own.
        </Text>
        <InlineStack gap="200" blockAlign="center">
          <CodeText>{secret}</CodeText>
          <CopyButton text={secret} what="the secret" />
        </InlineStack>
      </BlockStack>
    </Banner>
  );
}
