import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, Divider, InlineStack, Page, Text, TextField } from "@shopify/polaris";
import { Fragment, useState, type ReactNode } from "react";
import type { EndpointRow, TokenRow } from "../../integrations/endpoint.ts";
import { ActionButton } from "../action-button.tsx";
import type { Answer } from "../answer.ts";
import { CodeText } from "../code-text.tsx";
import { CopyButton } from "../consent/copy-button.tsx";
import { SectionCard } from "../section-card.tsx";
import { useAnswer } from "../use-answer.ts";
import { useMay } from "../use-may.ts";
import { When } from "../when.tsx";

/** What the door answers. `secret`: shown this once. */
export type ToolsAnswer = Answer & { secret?: string };

interface Props {
  tokens: readonly TokenRow[];
  endpoints: readonly EndpointRow[];
  /** The address of the API. */
  api: string;
}

/** How a store's own tools read its requests, and hear of changes. */
export function ToolsPage({ tokens, endpoints, api }: Props) {
  return (
    <Page
      title="Your own tools"
      subtitle="For programs of yours that should know where requests stand. They never learn who somebody is."
      backAction={{ content: "Settings", url: "/app/settings" }}
    >
      <BlockStack gap="400">
        <SectionCard title="Read the requests">
          <Text as="p">
            With a token a program reads the list of requests, persons masked: <CodeText>{`${api}/requests`}</CodeText>.
            What it can ask is described for programs at <CodeText>{`${api}/openapi.json`}</CodeText>.
          </Text>
          <Rows empty="No token yet.">
            {tokens.map((token) => (
              <Token key={token.id} token={token} />
            ))}
          </Rows>
          <AddForm
            intent="make-token"
            field="name"
            label="What the token is for"
            button="Make a token"
            what="the token"
          />
        </SectionCard>
        <SectionCard title="Hear of changes">
          <Text as="p">
            Candor calls your address whenever a request changes: signed, in order, again until you answer. The message
            holds the request’s number and what changed.
          </Text>
          <Rows empty="No address yet.">
            {endpoints.map((endpoint) => (
              <Endpoint key={endpoint.id} endpoint={endpoint} />
            ))}
          </Rows>
          <AddForm
            intent="add-endpoint"
            field="url"
            label="Address, beginning with https://"
            button="Add the address"
            what="the secret"
          />
        </SectionCard>
      </BlockStack>
    </Page>
  );
}

function Rows({ empty, children }: { empty: string; children: ReactNode[] }) {
  if (children.length === 0)
    return (
      <Text as="p" tone="subdued">
        {empty}
      </Text>
    );
  return (
    <BlockStack gap="300">
      {children.map((row, at) => (
        <Fragment key={at}>
          {at > 0 && <Divider />}
          {row}
        </Fragment>
      ))}
    </BlockStack>
  );
}

function Token({ token: { id, name, createdAt, lastUsedAt } }: { token: TokenRow }) {
  return (
    <InlineStack align="space-between" blockAlign="center" gap="200">
      <Text as="p" breakWord>
        {name}, made on <When isDay at={createdAt} />,{" "}
        {lastUsedAt === null ? (
          "never used"
        ) : (
          <>
            last used on <When at={lastUsedAt} />
          </>
        )}
      </Text>
      <ActionButton
        intent="revoke-token"
        act="rule"
        fields={{ token: id }}
        tone="critical"
        accessibilityLabel={`Revoke ${name}`}
      >
        Revoke
      </ActionButton>
    </InlineStack>
  );
}

function Endpoint({ endpoint: { id, url, toldAt, cause, nextTryAt } }: { endpoint: EndpointRow }) {
  return (
    <BlockStack gap="200">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="p" breakWord>
          {url},{" "}
          {toldAt === null ? (
            "not told of anything yet"
          ) : (
            <>
              last told on <When at={toldAt} />
            </>
          )}
        </Text>
        <ActionButton
          intent="remove-endpoint"
          act="rule"
          fields={{ endpoint: id }}
          tone="critical"
          accessibilityLabel={`Remove ${url}`}
        >
          Remove
        </ActionButton>
      </InlineStack>
      {cause !== null && (
        <Banner tone="warning">
          <BlockStack gap="200">
            <p>
              {cause}{" "}
              {nextTryAt && (
                <>
                  Candor tries again on <When at={nextTryAt} />.
                </>
              )}
            </p>
            <InlineStack>
              <ActionButton
                intent="retry-endpoint"
                act="rule"
                fields={{ endpoint: id }}
                accessibilityLabel={`Try again now: ${url}`}
              >
                Try again now
              </ActionButton>
            </InlineStack>
          </BlockStack>
        </Banner>
      )}
    </BlockStack>
  );
}

interface AddProps {
  intent: string;
  field: string;
  label: string;
  button: string;
  /** What is shown once. */
  what: string;
}

function AddForm({ intent, field, label, button, what }: AddProps) {
  const fetcher = useFetcher<ToolsAnswer>();
  useAnswer(fetcher.data);
  const mayRule = useMay("rule");
  const [value, setValue] = useState("");
  const { data } = fetcher;
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <BlockStack gap="200">
        {data?.secret !== undefined && <Secret secret={data.secret} what={what} />}
        <TextField
          label={label}
          name={field}
          value={value}
          onChange={setValue}
          autoComplete="off"
          disabled={!mayRule}
          {...(data && !data.ok && { error: data.message })}
        />
        <InlineStack>
          <Button submit loading={fetcher.state !== "idle"} disabled={!mayRule || value.trim() === ""}>
            {button}
          </Button>
        </InlineStack>
      </BlockStack>
    </fetcher.Form>
  );
}

function Secret({ secret, what }: { secret: string; what: string }) {
  return (
    <Banner tone="success" title={`This is ${what}, shown only now`}>
      <InlineStack gap="200" blockAlign="center">
        <CodeText>{secret}</CodeText>
        <CopyButton text={secret} what={what} />
      </InlineStack>
    </Banner>
  );
}
