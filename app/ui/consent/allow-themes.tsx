import { useSubmit } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Button } from "@shopify/polaris";
import { useState } from "react";

/** Asks the merchant, in Shopify's own dialog, to let Candor read themes; then has it look again. */
export function AllowThemes() {
  const shopify = useAppBridge();
  const submit = useSubmit();
  const [isAsking, setAsking] = useState(false);
  const ask = async () => {
    setAsking(true);
    try {
      const { result } = await shopify.scopes.request(["read_themes"]);
      if (result === "granted-all") submit({ intent: "examine" }, { method: "post" });
      else shopify.toast.show("Themes stay unread. Everything else goes on.");
    } catch {
      shopify.toast.show("Shopify could not ask. Try again later.", { isError: true });
    } finally {
      setAsking(false);
    }
  };
  return (
    <Button loading={isAsking} onClick={() => void ask()}>
      Let Candor read themes
    </Button>
  );
}
