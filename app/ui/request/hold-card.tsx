import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { HOLD_GROUNDS } from "../../law/requests.ts";
import type { HoldView } from "../../requests/request-view.ts";
import { ActionButton } from "../action-button.tsx";
import type { Answer } from "../answer.ts";
import { SectionCard } from "../section-card.tsx";
import { useAnswer } from "../use-answer.ts";
import { When } from "../when.tsx";
import { GROUND_WORDS } from "../words.ts";

/** A legal hold: the one in force, or the way to place one. */
export function HoldCard({ hold, now }: { hold: HoldView | null; now: Date }) {
  return (
    <SectionCard title="Legal hold">{hold ? <InForce hold={hold} now={now} /> : <NewHold now={now} />}</SectionCard>
  );
}

function InForce({ hold: { id, ground, placedAt, reviewOn }, now }: { hold: HoldView; now: Date }) {
  return (
    <>
      <Text as="p">{GROUND_WORDS[ground]}.</Text>
      <Text as="p" tone="subdued">
        Placed <When at={placedAt} />. {reviewOn <= now ? "The review is due since " : "Review on "}
        <When at={reviewOn} isDay />. The reason is shown together with the customer.
      </Text>
      <ActionButton intent="release" fields={{ hold: id }}>
        Release the hold
      </ActionButton>
    </>
  );
}

function NewHold({ now }: { now: Date }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Text as="p" tone="subdued">
        If a law makes you keep this customer’s data for now, a hold pauses every erasure until you release it.
      </Text>
      {isOpen ? (
        <HoldForm
          now={now}
          onCancel={() => {
            setOpen(false);
          }}
        />
      ) : (
        <InlineStack>
          <Button
            onClick={() => {
              setOpen(true);
            }}
          >
            Place a hold…
          </Button>
        </InlineStack>
      )}
    </>
  );
}

const GROUNDS = HOLD_GROUNDS.map((value) => ({ value, label: GROUND_WORDS[value] }));

function HoldForm({ now, onCancel }: { now: Date; onCancel: () => void }) {
  const fetcher = useFetcher<Answer>();
  const [ground, setGround] = useState<string>(HOLD_GROUNDS[0]);
  const [reason, setReason] = useState("");
  const [reviewOn, setReviewOn] = useState("");
  useAnswer(fetcher.data);
  const tomorrow = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10);
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="intent" value="hold" />
      <BlockStack gap="300">
        <Select label="Ground" name="ground" options={GROUNDS} value={ground} onChange={setGround} />
        <TextField
          label="Reason"
          name="reason"
          helpText="Kept encrypted, under the customer’s own key."
          value={reason}
          onChange={setReason}
          autoComplete="off"
          multiline={3}
          maxLength={2_000}
        />
        <TextField
          label="Review on"
          name="reviewOn"
          type="date"
          min={tomorrow}
          helpText="The day on which you decide again."
          value={reviewOn}
          onChange={setReviewOn}
          autoComplete="off"
        />
        <InlineStack gap="200">
          <Button submit variant="primary" loading={fetcher.state !== "idle"}>
            Place the hold
          </Button>
          <Button onClick={onCancel}>Cancel</Button>
        </InlineStack>
      </BlockStack>
    </fetcher.Form>
  );
}
