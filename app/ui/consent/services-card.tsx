import { useFetcher } from "@remix-run/react";
import { Badge, BlockStack, Button, Divider, InlineStack, Link, Select, Text } from "@shopify/polaris";
import { Fragment, useState } from "react";
import type { Registered } from "../../register/register.ts";
import { ActionButton } from "../action-button.tsx";
import type { Answer } from "../answer.ts";
import { NothingHere } from "../nothing-here.tsx";
import { SectionCard } from "../section-card.tsx";
import { useAnswer } from "../use-answer.ts";
import { placeName } from "./place-name.ts";
import { useOptions } from "./use-options.ts";

interface Props {
  /** What the store uses. */
  used: readonly Registered[];
  /** Known services that it does not use, by id and name. */
  others: readonly { id: string; name: string }[];
}

/** The store's register of services: what each is, what it needs, and how to change that. */
export function ServicesCard({ used, others }: Props) {
  return (
    <SectionCard title="Services in your register">
      {used.length === 0 ? (
        <NothingHere title="No service yet">
          Take in what was found on your pages, or choose a service that you know you use.
        </NothingHere>
      ) : (
        <BlockStack gap="400">
          {used.map((service, index) => (
            <Fragment key={service.id}>
              {index > 0 && <Divider />}
              <ServiceItem service={service} />
            </Fragment>
          ))}
        </BlockStack>
      )}
      <Divider />
      <AddKnown others={others} />
      <Text as="p" variant="bodySm" tone="subdued">
        Candor holds all {others.length + used.length} services that it knows until they are allowed, whether you use
        them or not: a tag that somebody adds tomorrow waits, too.
      </Text>
    </SectionCard>
  );
}

function ServiceItem({ service }: { service: Registered }) {
  const { id, name, company, country, isOwn, privacyUrl, hosts } = service;
  const from = [company, country === "" ? "" : placeName(country)].filter((part) => part !== "").join(", ");
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm" breakWord>
          {name}
        </Text>
        {isOwn && <Badge>Added by you</Badge>}
      </InlineStack>
      <Text as="p" variant="bodySm" tone="subdued" breakWord>
        {[from, hosts.join(", ")].filter((part) => part !== "").join(" · ")}
        {privacyUrl !== "" && (
          <>
            {" · "}
            <Link url={privacyUrl} target="_blank" accessibilityLabel={`Privacy policy of ${name}, in a new tab`}>
              Privacy policy
            </Link>
          </>
        )}
      </Text>
      <InlineStack gap="300" blockAlign="end">
        <Needs service={service} />
        <ActionButton
          intent="decide"
          fields={{ service: id, needs: String(service.needs), isUsed: "no" }}
          accessibilityLabel={`Not used any more: ${name}`}
        >
          Not used any more
        </ActionButton>
      </InlineStack>
    </BlockStack>
  );
}

function Needs({ service: { id, name, needs } }: { service: Registered }) {
  const fetcher = useFetcher<Answer>();
  useAnswer(fetcher.data);
  // the choice shows at once, and stays only if it was kept
  const wanted = fetcher.formData?.get("needs");
  const asked = typeof wanted === "string" ? wanted : undefined;
  return (
    <Select
      label={`What ${name} is used for`}
      options={useOptions(needs)}
      value={asked ?? String(needs)}
      onChange={(use) => {
        fetcher.submit({ intent: "decide", service: id, needs: use, isUsed: "yes" }, { method: "post" });
      }}
    />
  );
}

function AddKnown({ others }: Pick<Props, "others">) {
  const fetcher = useFetcher<Answer>();
  useAnswer(fetcher.data);
  const [chosen, setChosen] = useState("");
  const options = others
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((one, other) => one.label.localeCompare(other.label, "en"));
  return (
    <InlineStack gap="200" blockAlign="end">
      <Select
        label="A service that you use"
        options={[{ value: "", label: "Choose" }, ...options]}
        value={chosen}
        onChange={setChosen}
      />
      <Button
        disabled={chosen === ""}
        loading={fetcher.state !== "idle"}
        onClick={() => {
          fetcher.submit({ intent: "decide", service: chosen, needs: "", isUsed: "yes" }, { method: "post" });
          setChosen("");
        }}
      >
        Add
      </Button>
    </InlineStack>
  );
}
