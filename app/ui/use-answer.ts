import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect } from "react";
import type { Answer } from "./answer.ts";

/** Tells staff, in Shopify admin's own toast, what became of what they asked for. */
export function useAnswer(answer: Answer | undefined): void {
  const shopify = useAppBridge();
  useEffect(() => {
    if (answer) shopify.toast.show(answer.message, { isError: !answer.ok });
  }, [answer, shopify]);
}
