import { isRouteErrorResponse } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, Page, Text } from "@shopify/polaris";

/** What a door says when it has nothing to show. */
export interface Refusal {
  title: string;
  text: string;
}

const UNEXPECTED: Refusal = {
  title: "Something went wrong",
  text: "Candor could not show this page. Nothing was lost: requests go on in the background. Try again, and write to support if it stays.",
};
const NOT_FOUND: Refusal = {
  title: "There is nothing here",
  text: "This page does not exist, or what it showed is gone.",
};

/** A page for what went wrong, with a way on. */
export function ErrorScreen({ error }: { error: unknown }) {
  const { title, text } = refusalOf(error);
  return (
    <Page title={title} narrowWidth>
      <Card>
        <BlockStack gap="400">
          <Text as="p">{text}</Text>
          <InlineStack gap="200">
            <Button variant="primary" url="/app">
              Go to the home page
            </Button>
            <Button
              onClick={() => {
                location.reload();
              }}
            >
              Try again
            </Button>
          </InlineStack>
        </BlockStack>
      </Card>
    </Page>
  );
}

function refusalOf(error: unknown): Refusal {
  if (!isRouteErrorResponse(error)) return UNEXPECTED;
  const data: unknown = error.data;
  if (isRefusal(data)) return data;
  return error.status === 404 ? NOT_FOUND : UNEXPECTED;
}

function isRefusal(data: unknown): data is Refusal {
  return typeof data === "object" && data !== null && "title" in data && "text" in data;
}
