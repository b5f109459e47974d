import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, FormLayout, InlineStack, Page, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { COUNTRY_CODES, PARTS } from "../../law/places.ts";
import { REQUEST_KINDS } from "../../law/requests.ts";
import type { Answer } from "../answer.ts";
import { useAnswer } from "../use-answer.ts";
import { KIND_WORDS } from "../words.ts";

const KINDS = REQUEST_KINDS.filter((kind) => kind !== "appeal").map((kind) => ({
  value: kind,
  label: KIND_WORDS[kind],
}));
const BEHALVES = [
  { value: "self", label: "The customer" },
  { value: "agent", label: "Somebody whom the customer authorised" },
  { value: "parent", label: "A parent, for a child" },
];
const IDENTITIES = [
  { value: "link", label: "Mail them a link that proves their mailbox" },
  { value: "staff", label: "I know who asks" },
];
const names = new Intl.DisplayNames("en", { type: "region" });
const PLACES = [
  { value: "", label: "Not known" },
  ...COUNTRY_CODES.flatMap((code) => {
    const country = { value: code, label: names.of(code) ?? code };
    const parts = PARTS[code]?.map((part) => ({ value: part.code, label: `${country.label}: ${part.name}` })) ?? [];
    return [country, ...parts];
  }).sort((one, other) => one.label.localeCompare(other.label, "en")),
];

const EMPTY = {
  ...{ kind: "access", behalf: "self", email: "", phone: "", asker: "", region: "", language: "en" },
  ...{ receivedOn: "", message: "", identity: "link", reason: "" },
};

type Field = (name: keyof typeof EMPTY) => {
  name: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete: "off";
};

/** A request that came by mail, letter or telephone, entered by staff. */
export function NewRequestPage() {
  const fetcher = useFetcher<Answer>();
  const [typed, setTyped] = useState(EMPTY);
  useAnswer(fetcher.data);
  const field: Field = (name) => ({
    name,
    value: typed[name],
    onChange: (value) => {
      setTyped((before) => ({ ...before, [name]: value }));
    },
    autoComplete: "off",
  });
  return (
    <Page
      title="New request"
      subtitle="One that reached you by mail, letter or telephone"
      backAction={{ content: "Requests", url: "/app/requests" }}
    >
      <Card>
        <fetcher.Form method="post" encType="multipart/form-data">
          <FormLayout>
            <Who field={field} isOwn={typed.behalf === "self"} />
            <What field={field} />
            <Proof field={field} isKnown={typed.identity === "staff"} />
            <InlineStack>
              <Button submit variant="primary" loading={fetcher.state !== "idle"}>
                Open request
              </Button>
            </InlineStack>
            <Text as="p" tone="subdued" variant="bodySm">
              Nothing is collected or changed before it is known who asks.
            </Text>
          </FormLayout>
        </fetcher.Form>
      </Card>
    </Page>
  );
}

function Who({ field, isOwn }: { field: Field; isOwn: boolean }) {
  return (
    <>
      <Select label="What do they ask for?" options={KINDS} {...field("kind")} />
      <Select label="Who asks?" options={BEHALVES} {...field("behalf")} />
      <TextField label="Customer’s e-mail" type="email" {...field("email")} />
      <TextField label="Customer’s telephone" type="tel" {...field("phone")} />
      {isOwn ? (
        <input type="hidden" name="asker" value="" />
      ) : (
        <TextField label="E-mail of whoever asks" type="email" {...field("asker")} />
      )}
    </>
  );
}

function What({ field }: { field: Field }) {
  return (
    <>
      <TextField
        label="Day it reached you"
        type="date"
        helpText="The clock starts then, not today."
        {...field("receivedOn")}
      />
      <Select
        label="Where the customer lives"
        options={PLACES}
        helpText="Decides whose law applies. Not known: the strictest."
        {...field("region")}
      />
      <TextField label="Language to write in" helpText="Such as en, de or pt-BR." {...field("language")} />
      <TextField label="What they wrote or said" multiline={4} maxLength={4_000} {...field("message")} />
      <BlockStack gap="100">
        <label htmlFor="file">The letter or mail (PDF, PNG or JPEG, at most 5 MB)</label>
        <input id="file" name="file" type="file" accept=".pdf,.png,.jpg,.jpeg" />
      </BlockStack>
    </>
  );
}

function Proof({ field, isKnown }: { field: Field; isKnown: boolean }) {
  return (
    <>
      <Select label="How do you know who asks?" options={IDENTITIES} {...field("identity")} />
      {isKnown ? (
        <TextField
          label="Why you are sure"
          helpText="Kept sealed, with your decision."
          multiline={2}
          maxLength={2_000}
          {...field("reason")}
        />
      ) : (
        <input type="hidden" name="reason" value="" />
      )}
    </>
  );
}
