import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Text, TextField } from "@shopify/polaris";
import { useState, type ReactNode } from "react";
import type { Answer } from "../answer.ts";
import { SectionCard } from "../section-card.tsx";
import { useAnswer } from "../use-answer.ts";

interface Props {
  number: number;
  today: string;
  blocking: number;
  isSame: boolean;
  children: ReactNode;
}

/** Publishes the draft from a day on. */
export function PublishCard({ number, today, blocking, isSame, children }: Props) {
  const fetcher = useFetcher<Answer>();
  useAnswer(fetcher.data);
  const [day, setDay] = useState(today);
  return (
    <SectionCard title={`Publish version ${number}`}>
      <fetcher.Form method="post">
        <input type="hidden" name="intent" value="publish" />
        <input type="hidden" name="number" value={number} />
        <BlockStack gap="300">
          <TextField
            label="In force from"
            type="date"
            name="effectiveOn"
            min={today}
            value={day}
            onChange={setDay}
            autoComplete="off"
          />
          {children}
          <Button submit variant="primary" loading={fetcher.state !== "idle"} disabled={blocking > 0 || isSame}>
            Publish
          </Button>
          <Text as="p" tone="subdued">
            {whyNot(blocking, isSame) ??
              "It goes to your storefront and to Shopify’s own policy page. Every version stays readable."}
          </Text>
          {fetcher.data && !fetcher.data.ok && (
            <Text as="p" tone="critical">
              {fetcher.data.message}
            </Text>
          )}
        </BlockStack>
      </fetcher.Form>
    </SectionCard>
  );
}

function whyNot(blocking: number, isSame: boolean): string | null {
  if (blocking > 0)
    return `Mend ${blocking === 1 ? "the grave issue" : `the ${blocking} grave issues`} first: such a policy would be false or unlawful.`;
  return isSame ? "Nothing differs from the published policy." : null;
}
