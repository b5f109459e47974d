import { Badge, BlockStack, InlineStack, Text } from "@shopify/polaris";
import { contrast, isColour } from "../../consent/contrast.ts";
import type { BannerLook } from "../../consent/storefront-settings.ts";

const PAIRS = [
  { name: "Text", least: 4.5, pair: ({ text, background }: BannerLook) => [text, background] as const },
  { name: "Button text", least: 4.5, pair: ({ buttonText, button }: BannerLook) => [buttonText, button] as const },
  { name: "Button edge", least: 3, pair: ({ button, background }: BannerLook) => [button, background] as const },
] as const;

/** How well the chosen colours can be told apart (WCAG 2.2, 1.4.3 and 1.4.11). */
export function ContrastList({ look }: { look: BannerLook }) {
  return (
    <BlockStack gap="100">
      {PAIRS.map(({ name, least, pair }) => {
        const [one, other] = pair(look);
        const found = isColour(one) && isColour(other) ? Math.floor(contrast(one, other) * 10) / 10 : undefined;
        const isGood = found !== undefined && found >= least;
        return (
          <InlineStack key={name} gap="200" blockAlign="center">
            <Badge tone={isGood ? "success" : "critical"}>{isGood ? "Readable" : "Not readable"}</Badge>
            <Text as="span" variant="bodySm" tone="subdued">
              {name}: contrast {found ?? "–"}, at least {least} needed
            </Text>
          </InlineStack>
        );
      })}
    </BlockStack>
  );
}
