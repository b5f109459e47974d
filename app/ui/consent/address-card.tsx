import { useFetcher } from "@remix-run/react";
import { Button, Form, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { Answer } from "../answer.ts";
import { SectionCard } from "../section-card.tsx";
import { useAnswer } from "../use-answer.ts";

/** Where the banner reaches Candor; to be told after it was moved in Shopify admin. */
export function AddressCard({ path }: { path: string }) {
  const fetcher = useFetcher<Answer>();
  useAnswer(fetcher.data);
  const [draft, setDraft] = useState(path);
  return (
    <SectionCard title="Candor’s address on your storefront">
      <Form
        onSubmit={() => {
          if (draft !== path) fetcher.submit({ intent: "move", path: draft.trim() }, { method: "post" });
        }}
      >
        <TextField
          label="Path"
          helpText="Choices, the choices page and shoppers’ requests go here. Change it only if you changed the app proxy’s path in Shopify admin: both must be the same, or no choice reaches Candor."
          value={draft}
          onChange={setDraft}
          autoComplete="off"
          maxLength={80}
          connectedRight={
            <Button submit disabled={draft.trim() === path} loading={fetcher.state !== "idle"}>
              Save
            </Button>
          }
        />
      </Form>
    </SectionCard>
  );
}
