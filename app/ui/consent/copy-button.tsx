import { useAppBridge } from "@shopify/app-bridge-react";
import { Button } from "@shopify/polaris";

/** A button that puts a text on the clipboard. `what` says to a screen reader what is copied. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const shopify = useAppBridge();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      shopify.toast.show("Copied");
    } catch {
      shopify.toast.show("Your browser does not let Candor copy. Select the line and copy it.", { isError: true });
    }
  };
  return (
    <Button size="slim" accessibilityLabel={`Copy ${what}`} onClick={() => void copy()}>
      Copy
    </Button>
  );
}
