import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, InlineStack, TextField } from "@shopify/polaris";
import { useState, type ReactNode } from "react";
import type { Answer } from "../answer.ts";
import { useAnswer } from "../use-answer.ts";

interface Props {
  request: string;
  /** What is asked of the door. */
  intent: string;
  /** Fields that the page itself knows. */
  fields?: Readonly<Record<string, string>>;
  submit: string;
  tone?: "critical";
  onCancel: () => void;
  children?: ReactNode;
}

/** A form that decides about a request, and says what became of it. */
export function DecisionForm({ request, intent, fields = {}, submit, tone, onCancel, children }: Props) {
  const fetcher = useFetcher<Answer>();
  useAnswer(fetcher.data);
  return (
    <fetcher.Form method="post" action={`/app/requests/${request}/decision`}>
      <input type="hidden" name="intent" value={intent} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <BlockStack gap="300">
        {children}
        <InlineStack gap="200">
          <Button submit variant="primary" {...(tone && { tone })} loading={fetcher.state !== "idle"}>
            {submit}
          </Button>
          <Button onClick={onCancel}>Cancel</Button>
        </InlineStack>
      </BlockStack>
    </fetcher.Form>
  );
}

interface WordsProps {
  label: string;
  name: string;
  help: string;
}

/** Words that staff write. */
export function WordsField({ label, name, help }: WordsProps) {
  const [value, setValue] = useState("");
  return (
    <TextField
      label={label}
      name={name}
      helpText={help}
      value={value}
      onChange={setValue}
      autoComplete="off"
      multiline={3}
      maxLength={2_000}
    />
  );
}
