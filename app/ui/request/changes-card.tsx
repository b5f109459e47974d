import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Checkbox, Divider, InlineGrid, InlineStack, Text, TextField } from "@shopify/polaris";
import { Fragment, useState } from "react";
import type { Review } from "../../requests/change-set.ts";
import { fieldsOf, type CorrectableField } from "../../shopify/customer-changes.ts";
import { SectionCard } from "../section-card.tsx";
import { useAnswer } from "../use-answer.ts";
import type { ChangesAnswer } from "./changes-answer.ts";

const FIELD_NAMES: Readonly<Record<CorrectableField, string>> = {
  firstName: "First name",
  lastName: "Last name",
  email: "E-mail",
  phone: "Telephone",
  company: "Company",
  address1: "Street",
  address2: "Street, second line",
  zip: "Postcode",
  city: "City",
  provinceCode: "State or province (code)",
  countryCode: "Country (code)",
};

/** What a customer wants corrected, for staff to approve: what is there now, and what will be written. */
export function ChangesCard({ request }: { request: string }) {
  const fetcher = useFetcher<ChangesAnswer>();
  useAnswer(fetcher.data);
  const review = fetcher.data?.review;
  const action = `/app/requests/${request}/changes`;
  return (
    <SectionCard title="Corrections">
      {review ? (
        <Approval review={review} action={action} />
      ) : (
        <>
          <Text as="p">
            Nothing is written before you have looked at it. You see what the customer wants, and what Shopify has now.
          </Text>
          <fetcher.Form method="post" action={action}>
            <input type="hidden" name="intent" value="show" />
            <Button submit variant="primary" loading={fetcher.state !== "idle"}>
              Show the corrections
            </Button>
          </fetcher.Form>
          <Text as="p" tone="subdued" variant="bodySm">
            Looking is recorded as evidence.
          </Text>
        </>
      )}
    </SectionCard>
  );
}

function Approval({ review, action }: { review: Review; action: string }) {
  const fetcher = useFetcher<ChangesAnswer>();
  useAnswer(fetcher.data);
  const fields = fieldsOf(review.changes);
  return (
    <fetcher.Form method="post" action={action}>
      <input type="hidden" name="intent" value="approve" />
      <BlockStack gap="300">
        {review.message !== null && <Quote label="The customer wrote" text={review.message} />}
        {review.present === null && (
          <Text as="p" tone="critical">
            Shopify has no record of this customer, so nothing can be written there.
          </Text>
        )}
        {fields.map((field, index) => (
          <Fragment key={field}>
            {index > 0 && <Divider />}
            <Change field={field} review={review} problem={fetcher.data?.problems?.[field]} />
          </Fragment>
        ))}
        {review.other.map(({ field, value }) => (
          <Quote key={field} label={`Yours to correct: ${field}`} text={value} />
        ))}
        {fields.length > 0 && (
          <InlineStack>
            <Button submit variant="primary" loading={fetcher.state !== "idle"}>
              Approve and write
            </Button>
          </InlineStack>
        )}
      </BlockStack>
    </fetcher.Form>
  );
}

interface ChangeProps {
  field: CorrectableField;
  review: Review;
  problem: string | undefined;
}

function Change({ field, review, problem }: ChangeProps) {
  const [isTicked, setTicked] = useState(true);
  const [value, setValue] = useState(review.changes[field] ?? "");
  const name = FIELD_NAMES[field];
  const present = review.present?.[field];
  return (
    <BlockStack gap="200">
      <Checkbox label={name} checked={isTicked} onChange={setTicked} name="field" value={field} />
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
        <BlockStack gap="100">
          <Text as="span" tone="subdued" variant="bodySm">
            At Shopify now
          </Text>
          <Text as="span" breakWord>
            {present === null || present === undefined || present === "" ? "Nothing" : present}
          </Text>
        </BlockStack>
        <TextField
          label={`${name}: new value`}
          name={`value-${field}`}
          value={value}
          onChange={setValue}
          disabled={!isTicked}
          autoComplete="off"
          {...(problem !== undefined && { error: problem })}
        />
      </InlineGrid>
    </BlockStack>
  );
}

function Quote({ label, text }: { label: string; text: string }) {
  return (
    <BlockStack gap="050">
      <Text as="span" tone="subdued" variant="bodySm">
        {label}
      </Text>
      <Text as="p" breakWord>
        {text}
      </Text>
    </BlockStack>
  );
}
