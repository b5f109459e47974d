import { useFetcher } from "@remix-run/react";
import { BlockStack, Box, Button, Form, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { RecordDetails, type KnownReceipt } from "./record-details.tsx";

/** What a search for a receipt found. "gone": it was erased, or its time is over. */
export type FoundReceipt = ({ state: "known" } & KnownReceipt) | { state: "gone" } | { state: "unknown" };

const WORDS = {
  gone: "There was a record with this number. It is gone: the customer was erased, or its time is over.",
  unknown:
    "No record has this number. It looks like 6f1c2b3a-…, in five groups; the shopper finds it under their privacy choices.",
};

/** Looks up one record by the number that the shopper has. */
export function ReceiptSearch() {
  const fetcher = useFetcher<{ receipt: FoundReceipt }>();
  const [id, setId] = useState("");
  const receipt = fetcher.data?.receipt;
  return (
    <Box padding="300">
      <BlockStack gap="300">
        <Form
          onSubmit={() => {
            if (id.trim() !== "") fetcher.submit({ intent: "find", receipt: id.trim() }, { method: "post" });
          }}
        >
          <TextField
            label="Find a receipt"
            helpText="The number that a shopper finds under their privacy choices."
            value={id}
            onChange={setId}
            autoComplete="off"
            maxLength={60}
            connectedRight={
              <Button submit loading={fetcher.state !== "idle"}>
                Search
              </Button>
            }
          />
        </Form>
        <div role="status">
          {receipt && receipt.state !== "known" && <Text as="p">{WORDS[receipt.state]}</Text>}
          {receipt?.state === "known" && <RecordDetails {...receipt} />}
        </div>
      </BlockStack>
    </Box>
  );
}
