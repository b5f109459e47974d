import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Text } from "@shopify/polaris";
import { useState } from "react";
import type { RequestView } from "../../requests/request-view.ts";
import type { Identity, IdentityKind } from "../../vault/identity.ts";
import type { Answer } from "../answer.ts";
import { SectionCard } from "../section-card.tsx";
import { useAnswer } from "../use-answer.ts";

/** Words that somebody wrote, and whose or about what they are. */
type Words = readonly (readonly [string, string])[];
type Revealed = Answer & { person?: Identity; words?: Words };

const NAMES: readonly (readonly [IdentityKind, string])[] = [
  ["email", "E-mail"],
  ["phone", "Telephone"],
  ["customerId", "Customer id"],
];

/** Who a request is about: masked, until a member of staff asks, which is recorded. */
export function PersonCard({ view: { person } }: { view: RequestView }) {
  const fetcher = useFetcher<Revealed>();
  const [isHidden, setHidden] = useState(false);
  useAnswer(fetcher.data);
  const revealed = isHidden ? undefined : fetcher.data;
  if (person === null)
    return (
      <SectionCard title="Customer">
        <Text as="p">Erased. Nobody can tell any more who this was.</Text>
      </SectionCard>
    );
  return (
    <SectionCard title="Customer">
      {revealed?.person ? (
        <Shown person={revealed.person} words={revealed.words ?? []} />
      ) : (
        <Text as="p">{person}</Text>
      )}
      <fetcher.Form
        method="post"
        onSubmit={() => {
          setHidden(false);
        }}
      >
        <input type="hidden" name="intent" value="reveal" />
        {revealed?.person ? (
          <Button
            onClick={() => {
              setHidden(true);
            }}
          >
            Hide
          </Button>
        ) : (
          <Button submit loading={fetcher.state !== "idle"}>
            Show who it is
          </Button>
        )}
      </fetcher.Form>
      <Text as="p" tone="subdued" variant="bodySm">
        Looking is recorded as evidence. It stays on this page until you leave it.
      </Text>
    </SectionCard>
  );
}

function Shown({ person, words }: { person: Identity; words: Words }) {
  const rows = NAMES.flatMap(([kind, name]) => (person[kind] === undefined ? [] : [[name, person[kind]] as const]));
  return (
    <BlockStack gap="200">
      {[...rows, ...words].map(([name, value], at) => (
        <BlockStack key={at}>
          <Text as="span" variant="bodySm" tone="subdued">
            {name}
          </Text>
          <Text as="span" breakWord>
            {value}
          </Text>
        </BlockStack>
      ))}
    </BlockStack>
  );
}
