import { useFetcher } from "@remix-run/react";
import { Button, InlineStack } from "@shopify/polaris";
import { useEffect } from "react";
import { ActionButton } from "../action-button.tsx";
import type { Answer } from "../answer.ts";
import { useAnswer } from "../use-answer.ts";

interface Props {
  request: string;
}

/** The ways in which a member of staff brings an erasure at Shopify about. */
export function AskErasure({ request, onSkip }: Props & { onSkip: (act: "skip-task") => void }) {
  const action = `/app/requests/${request}/shopify`;
  return (
    <InlineStack gap="200">
      <ActionButton intent="ask-erasure" action={action} variant="primary">
        Ask Shopify to erase
      </ActionButton>
      <OpenCustomer request={request} />
      <ActionButton intent="asked-erasure" action={action}>
        I asked in Shopify
      </ActionButton>
      <Button
        accessibilityLabel="Skip: Shopify"
        onClick={() => {
          onSkip("skip-task");
        }}
      >
        Skip…
      </Button>
    </InlineStack>
  );
}

/** Lifts what the request has set on the customer at Shopify. */
export function LiftLimit({ request }: Props) {
  return (
    <InlineStack>
      <ActionButton intent="lift" action={`/app/requests/${request}/shopify`}>
        Lift it again
      </ActionButton>
    </InlineStack>
  );
}

function OpenCustomer({ request }: Props) {
  const fetcher = useFetcher<Answer & { url?: string }>();
  useAnswer(fetcher.data);
  const url = fetcher.data?.url;
  useEffect(() => {
    if (url !== undefined) window.open(url, "_top");
  }, [url]);
  return (
    <fetcher.Form method="post" action={`/app/requests/${request}/shopify`}>
      <input type="hidden" name="intent" value="open-customer" />
      <Button submit loading={fetcher.state !== "idle"}>
        Open in Shopify
      </Button>
    </fetcher.Form>
  );
}
