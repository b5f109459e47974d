import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Divider, InlineStack, Select, Text } from "@shopify/polaris";
import { Fragment, useState } from "react";
import type { Candidate } from "../../register/candidates.ts";
import type { Answer } from "../answer.ts";
import { CodeText } from "../code-text.tsx";
import { SectionCard } from "../section-card.tsx";
import { useAnswer } from "../use-answer.ts";
import { useOptions } from "./use-options.ts";

/** More than staff go through in one sitting; the busiest come first. */
const SHOWN = 20;

/** What runs on the store's pages and is not in its register: one click takes it in. */
export function CandidatesCard({ candidates }: { candidates: readonly Candidate[] }) {
  return (
    <SectionCard title="Found on your pages">
      {candidates.length === 0 ? (
        <Text as="p">
          Nothing new. What pages of your store load is compared with your register; what is missing there appears here.
        </Text>
      ) : (
        <>
          <Text as="p">
            These run on your pages, and your register does not have them. Shoppers learn of a service only once it is
            in the register.
          </Text>
          <BlockStack gap="400">
            {candidates.slice(0, SHOWN).map((candidate, index) => (
              <Fragment key={candidate.id}>
                {index > 0 && <Divider />}
                <CandidateItem candidate={candidate} />
              </Fragment>
            ))}
            {candidates.length > SHOWN && (
              <Text as="p" tone="subdued">
                and {candidates.length - SHOWN} more
              </Text>
            )}
          </BlockStack>
        </>
      )}
    </SectionCard>
  );
}

function CandidateItem({ candidate }: { candidate: Candidate }) {
  const { id, name, company, hosts, cookies, views, needs } = candidate;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm" breakWord>
        {name}
      </Text>
      <Text as="p" variant="bodySm" tone="subdued">
        {company === "" ? "Nobody is known behind it" : company} · Seen on {views} page {views === 1 ? "view" : "views"}{" "}
        that reported
      </Text>
      {[...hosts, ...cookies].length > 0 && <CodeText>{[...hosts, ...cookies].join(", ")}</CodeText>}
      <Accept id={id} name={name} needs={needs} />
    </BlockStack>
  );
}

function Accept({ id, name, needs }: Pick<Candidate, "id" | "name" | "needs">) {
  const fetcher = useFetcher<Answer>();
  useAnswer(fetcher.data);
  const [use, setUse] = useState(needs === null ? "" : String(needs));
  const options = useOptions(needs);
  return (
    <InlineStack gap="200" blockAlign="end">
      <Select
        label={`What is ${name} used for?`}
        options={use === "" ? [{ label: "Choose", value: "" }, ...options] : options}
        value={use}
        onChange={setUse}
      />
      <Button
        disabled={use === ""}
        loading={fetcher.state !== "idle"}
        accessibilityLabel={`Add to the register: ${name}`}
        onClick={() => {
          fetcher.submit({ intent: "accept", service: id, needs: use }, { method: "post" });
        }}
      >
        Add to the register
      </Button>
    </InlineStack>
  );
}
