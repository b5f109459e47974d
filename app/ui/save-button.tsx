import { useRevalidator } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Button, type ButtonProps } from "@shopify/polaris";
import { useState } from "react";
import { MAY_NOT } from "../staff/roles.ts";
import { saveFile } from "./save-file.ts";

interface Props extends Pick<ButtonProps, "variant" | "size" | "accessibilityLabel"> {
  url: string;
  /** What staff read when the file is no longer there. */
  gone: string;
  children: string;
}

/** A button that saves a file; afterwards the page shows what the download left behind. */
export function SaveButton({ url, gone, children, ...look }: Props) {
  const [isSaving, setSaving] = useState(false);
  const shopify = useAppBridge();
  const { revalidate } = useRevalidator();
  const save = async () => {
    setSaving(true);
    try {
      const result = await saveFile(url);
      if (result === "gone") shopify.toast.show(gone, { isError: true });
      if (result === "refused") shopify.toast.show(MAY_NOT["see-person"], { isError: true });
      revalidate();
    } catch {
      shopify.toast.show("The download failed. Check your connection, then try again.", { isError: true });
    } finally {
      setSaving(false);
    }
  };
  return (
    <Button {...look} loading={isSaving} onClick={() => void save()}>
      {children}
    </Button>
  );
}
