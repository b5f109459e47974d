import { BlockStack, Card, SkeletonBodyText, SkeletonDisplayText, SkeletonPage } from "@shopify/polaris";

/** What stands in a page's place while it is on its way. */
export function LoadingScreen() {
  return (
    <div role="status" aria-label="Loading">
      <SkeletonPage>
        <BlockStack gap="400">
          {[3, 6].map((lines) => (
            <Card key={lines}>
              <BlockStack gap="400">
                <SkeletonDisplayText size="small" />
                <SkeletonBodyText lines={lines} />
              </BlockStack>
            </Card>
          ))}
        </BlockStack>
      </SkeletonPage>
    </div>
  );
}
