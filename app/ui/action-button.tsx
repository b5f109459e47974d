import { useFetcher } from "@remix-run/react";
import { Button, type ButtonProps } from "@shopify/polaris";
import type { Answer } from "./answer.ts";
import type { StaffAct } from "../staff/roles.ts";
import { useAnswer } from "./use-answer.ts";
import { useMay } from "./use-may.ts";

interface Props extends Pick<ButtonProps, "variant" | "tone" | "size" | "accessibilityLabel" | "disabled"> {
  /** What is asked of the page's action. */
  intent: string;
  /** The address whose action is asked; the page's own when absent. */
  action?: string;
  /** What whoever clicks must be allowed to do; null: everybody may. */
  act?: StaffAct | null;
  /** Ids that go with it; never a person's data. */
  fields?: Readonly<Record<string, string>>;
  children: string;
}

/** A button that asks for one thing, and says what became of it; off for whose role does not allow it. */
export function ActionButton({ intent, action, act = "work", fields = {}, disabled, children, ...look }: Props) {
  const isAllowed = useMay(act ?? "work") || act === null;
  const fetcher = useFetcher<Answer>();
  useAnswer(fetcher.data);
  return (
    <fetcher.Form method="post" {...(action !== undefined && { action })}>
      <input type="hidden" name="intent" value={intent} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button submit loading={fetcher.state !== "idle"} disabled={disabled === true || !isAllowed} {...look}>
        {children}
      </Button>
    </fetcher.Form>
  );
}
