import { useFetcher, useNavigate } from "@remix-run/react";
import { BlockStack, Page, Select, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { CONNECTORS, isConnector } from "../../processors/connectors.ts";
import type { DraftProblem, Saved } from "../../processors/draft.ts";
import type { Preset } from "../../processors/presets.ts";
import { SectionCard } from "../section-card.tsx";
import { ConnectorFields } from "./connector-fields.tsx";
import { CONNECTOR_WORDS } from "./connector-words.ts";
import { errorOf, toForm, type Entered, type FormPart } from "./entered.ts";
import { KindsField } from "./kinds-field.tsx";
import { SecretBanner } from "./secret-banner.tsx";

/** A service that can be chosen for a new processor. */
export interface Offer extends Preset {
  id: string;
  name: string;
  isUsed: boolean;
}

interface Props {
  /** Null for a new one. */
  id: string | null;
  start: Entered;
  isActive: boolean;
  hasCredential: boolean;
  /** Known services, those of the store first; none when a processor is edited. */
  offers: readonly Offer[];
  /** How another company is best asked. */
  other: Preset;
}

/** Adds a processor, or changes one. */
export function ProcessorForm({ id, start, isActive, hasCredential, offers, other }: Props) {
  const { save, isSaving, problems, secret } = useSaving(isActive);
  const [entered, setEntered] = useState(start);
  const onChange = (change: Partial<Entered>) => {
    setEntered((before) => ({ ...before, ...change }));
  };
  const keepsCredential = hasCredential && entered.connector === start.connector;
  const part = { entered, problems, hasCredential: keepsCredential, onChange };
  const saveButton = {
    content: "Save",
    loading: isSaving,
    onAction: () => {
      save(entered);
    },
  };
  return (
    <Page
      title={id === null ? "Add a processor" : start.name}
      backAction={{ content: "Processors", url: "/app/processors" }}
      primaryAction={secret === null ? saveButton : { content: "Done", url: "/app/processors" }}
    >
      {secret === null ? (
        <BlockStack gap="400">
          <SectionCard title="The company">
            {id === null && <ServiceField offers={offers} other={other} {...part} />}
            <NameField {...part} />
          </SectionCard>
          <SectionCard title="How it is asked">
            <ConnectorField {...part} />
            <ConnectorFields {...part} />
          </SectionCard>
          <SectionCard title="What for">
            <KindsField {...part} />
          </SectionCard>
        </BlockStack>
      ) : (
        <SecretBanner secret={secret} />
      )}
    </Page>
  );
}

const NO_PROBLEMS: readonly DraftProblem[] = [];

/** Saves, and goes back to the list; a secret that was made is shown first, because it is shown once. */
function useSaving(isActive: boolean) {
  const fetcher = useFetcher<Saved>();
  const navigate = useNavigate();
  const saved = fetcher.data?.kind === "saved" ? fetcher.data : undefined;
  useEffect(() => {
    if (saved?.secret === null) navigate("/app/processors");
  }, [saved, navigate]);
  return {
    save: (entered: Entered) => {
      fetcher.submit(toForm(entered, isActive), { method: "post" });
    },
    isSaving: fetcher.state !== "idle",
    problems: fetcher.data?.kind === "wrong" ? fetcher.data.problems : NO_PROBLEMS,
    secret: saved?.secret ?? null,
  };
}

function NameField({ entered, problems, onChange }: FormPart) {
  return (
    <TextField
      label="Name"
      value={entered.name}
      onChange={(name) => {
        onChange({ name });
      }}
      autoComplete="off"
      {...errorOf(problems, "name")}
    />
  );
}

type ServiceProps = Pick<Props, "offers" | "other"> & FormPart;

/** Choosing a known service fills in the rest as it is best asked. */
function ServiceField({ offers, other, entered, onChange }: ServiceProps) {
  const options = (isUsed: boolean) =>
    offers.filter((offer) => offer.isUsed === isUsed).map(({ id, name }) => ({ value: id, label: name }));
  const choose = (vendor: string) => {
    const offer = offers.find(({ id }) => id === vendor);
    const { connector, acts, link } = offer ?? other;
    onChange({ vendor, name: offer?.name ?? "", connector, acts, link, credential: "" });
  };
  return (
    <Select
      label="Service"
      helpText="A known service fills in how it is best asked."
      options={[
        { value: "", label: "Another company" },
        { title: "Used by your store", options: options(true) },
        { title: "Known services", options: options(false) },
      ].filter((group) => !("options" in group) || group.options.length > 0)}
      value={entered.vendor}
      onChange={choose}
    />
  );
}

function ConnectorField({ entered, onChange }: FormPart) {
  return (
    <BlockStack gap="100">
      <Select
        label="Way"
        options={CONNECTORS.map((connector) => ({ value: connector, label: CONNECTOR_WORDS[connector].label }))}
        value={entered.connector}
        onChange={(connector) => {
          if (isConnector(connector)) onChange({ connector, credential: "" });
        }}
      />
      <Text as="p" tone="subdued">
        {CONNECTOR_WORDS[entered.connector].help}
      </Text>
    </BlockStack>
  );
}
