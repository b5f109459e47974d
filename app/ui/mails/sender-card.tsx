import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Divider, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { ActionButton } from "../action-button.tsx";
import type { Answer } from "../answer.ts";
import { SectionCard } from "../section-card.tsx";
import { useAnswer } from "../use-answer.ts";

/** As whom the store writes, and where each part of it comes from. */
export interface SenderView {
  chosenName: string | null;
  chosenContact: string | null;
  storeName: string | null;
  storeContact: string | null;
  contact: string | null;
}

/** The sender's name, where answers go, and a test. */
export function SenderCard({ sender, from }: { sender: SenderView; from: string | null }) {
  const fetcher = useFetcher<Answer>();
  useAnswer(fetcher.data);
  const [name, setName] = useState(sender.chosenName ?? "");
  const [contact, setContact] = useState(sender.chosenContact ?? "");
  const error = fetcher.data?.ok === false ? fetcher.data.message : undefined;
  return (
    <SectionCard title="Sender">
      <fetcher.Form method="post">
        <input type="hidden" name="intent" value="sender" />
        <BlockStack gap="300">
          <TextField
            label="Name"
            name="name"
            value={name}
            onChange={setName}
            autoComplete="off"
            maxLength={200}
            placeholder={sender.storeName ?? ""}
            helpText="Empty: your store’s name."
          />
          <TextField
            label="Contact address"
            name="contact"
            type="email"
            value={contact}
            onChange={setContact}
            autoComplete="email"
            maxLength={254}
            placeholder={sender.storeContact ?? ""}
            helpText="Answers and reminders go here. Empty: your store’s contact address at Shopify."
            {...(error !== undefined && { error })}
          />
          <Button submit loading={fetcher.state !== "idle"}>
            Save
          </Button>
        </BlockStack>
      </fetcher.Form>
      <Divider />
      <TestMail from={from} contact={sender.contact} />
    </SectionCard>
  );
}

function TestMail({ from, contact }: { from: string | null; contact: string | null }) {
  return (
    <BlockStack gap="200">
      <Text as="p" tone="subdued" breakWord>
        {from === null ? "No mail server is set up yet." : `Mails come from ${from}.`}
      </Text>
      <ActionButton intent="test" disabled={from === null || contact === null}>
        Send a test mail
      </ActionButton>
      {contact !== null && (
        <Text as="p" tone="subdued" breakWord>
          It goes to {contact}.
        </Text>
      )}
    </BlockStack>
  );
}
