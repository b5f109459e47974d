import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Button, InlineStack } from "@shopify/polaris";
import { useState } from "react";
import type { Answer } from "./answer.ts";
import { useAnswer } from "./use-answer.ts";
import { useMay } from "./use-may.ts";

interface Props {
  /** An optional access scope of shopify.app.toml. */
  scope: string;
  /** What is asked of the page's action once the merchant allowed it. */
  intent: string;
  /** Said when they did not. */
  declined: string;
  children: string;
}

/** A button that asks the merchant for more access, in Shopify's own dialog, and then for what it is needed for. */
export function AskScope({ scope, intent, declined, children }: Props) {
  const shopify = useAppBridge();
  const fetcher = useFetcher<Answer>();
  useAnswer(fetcher.data);
  const mayWork = useMay("work");
  const [isAsking, setAsking] = useState(false);
  const ask = async () => {
    setAsking(true);
    try {
      const { result } = await shopify.scopes.request([scope]);
      if (result === "granted-all") fetcher.submit({ intent }, { method: "post" });
      else shopify.toast.show(declined);
    } catch {
      shopify.toast.show("Shopify could not ask. Try again later.", { isError: true });
    } finally {
      setAsking(false);
    }
  };
  return (
    <InlineStack>
      <Button loading={isAsking || fetcher.state !== "idle"} disabled={!mayWork} onClick={() => void ask()}>
        {children}
      </Button>
    </InlineStack>
  );
}
