import { Form, useNavigation } from "@remix-run/react";
import {
  Banner,
  BlockStack,
  Button,
  Checkbox,
  ChoiceList,
  FormLayout,
  InlineStack,
  Page,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import { TRANSFER_BASES } from "../../law/transfers.ts";
import { ELEMENT_WORDS, TERM_NAMES } from "../../register/element-words.ts";
import { elementsOf, TERMS } from "../../register/elements.ts";
import type { VendorFact } from "../../register/facts.ts";
import { PROCESSING_PURPOSES } from "../../register/processing-purposes.ts";
import { VENDOR_ROLES } from "../../register/processing.ts";
import { PROCESSING_PURPOSE_WORDS } from "../../register/purpose-words.ts";
import { ROLE_WORDS, TRANSFER_WORDS } from "../../register/vendor-words.ts";
import { useOptions } from "../consent/use-options.ts";
import { SectionCard } from "../section-card.tsx";
import { useCountryOptions } from "./country-options.ts";
import { capital } from "./words.ts";

interface Props {
  vendor: VendorFact;
  isNew: boolean;
  /** Every store has it: it cannot be taken out. */
  isPlatform: boolean;
  /** Why the last change was not kept; null when it was. */
  problem: string | null;
}

/** What one vendor does with the store's data. */
export function VendorPage({ vendor, isNew, isPlatform, problem }: Props) {
  const [draft, setDraft] = useState(vendor);
  const isBusy = useNavigation().state !== "idle";
  const part = {
    draft,
    set: (change: Partial<VendorFact>) => {
      setDraft((before) => ({ ...before, ...change }));
    },
  };
  return (
    <Page
      title={isNew ? `Add ${vendor.name || "a vendor"}` : vendor.name}
      subtitle={
        vendor.checked === null
          ? "From general knowledge: compare it with what your contract says"
          : `Compared with the vendor’s pages on ${vendor.checked}`
      }
      backAction={{ content: "Register", url: "/app/register" }}
    >
      <Form method="post">
        <input type="hidden" name="vendor" value={JSON.stringify(draft)} />
        <BlockStack gap="400">
          {problem !== null && <Banner tone="critical">{problem}</Banner>}
          <Who {...part} />
          <What {...part} />
          <Where {...part} />
          <InlineStack gap="200">
            <Button submit variant="primary" loading={isBusy}>
              {isNew ? "Add to the register" : "Save"}
            </Button>
            <Button url="/app/register">Cancel</Button>
          </InlineStack>
        </BlockStack>
      </Form>
      {!isNew && !isPlatform && <TakeOut name={vendor.name} />}
    </Page>
  );
}

interface Part {
  draft: VendorFact;
  set: (change: Partial<VendorFact>) => void;
}

function Who({ draft, set }: Part) {
  const countries = useCountryOptions();
  const text = (name: "name" | "company" | "privacyUrl" | "optOutUrl", label: string) => (
    <TextField
      label={label}
      autoComplete="off"
      type={name.endsWith("Url") ? "url" : "text"}
      value={draft[name]}
      onChange={(value) => {
        set({ [name]: value });
      }}
    />
  );
  return (
    <SectionCard title="Who it is">
      <FormLayout>
        {text("name", "Name")}
        {text("company", "Company")}
        <Select
          label="Country of its seat"
          options={[{ value: "", label: "Not known" }, ...countries]}
          value={draft.country}
          onChange={(country) => {
            set({ country });
          }}
        />
        {text("privacyUrl", "Address of its privacy policy")}
        {text("optOutUrl", "Address where people opt out")}
      </FormLayout>
    </SectionCard>
  );
}

function What({ draft, set }: Part) {
  return (
    <SectionCard title="What it does">
      <ChoiceList
        allowMultiple
        title="It is used for"
        choices={PROCESSING_PURPOSES.map((value) => ({ value, label: capital(PROCESSING_PURPOSE_WORDS[value]) }))}
        selected={[...draft.purposes]}
        onChange={(chosen) => {
          set({ purposes: PROCESSING_PURPOSES.filter((purpose) => chosen.includes(purpose)) });
        }}
      />
      {TERMS.map((term) => (
        <ChoiceList
          key={term}
          allowMultiple
          title={`It receives: ${TERM_NAMES[term]}`}
          choices={elementsOf(term).map((value) => ({ value, label: capital(ELEMENT_WORDS[value]) }))}
          selected={draft.elements.filter((element) => elementsOf(term).includes(element))}
          onChange={(chosen) => {
            const others = draft.elements.filter((element) => !elementsOf(term).includes(element));
            set({ elements: [...others, ...elementsOf(term).filter((element) => chosen.includes(element))] });
          }}
        />
      ))}
      <Select
        label="What the banner must ask for before it runs"
        options={useOptions(draft.needs)}
        value={String(draft.needs)}
        onChange={(needs) => {
          set({ needs: Number(needs) });
        }}
      />
      <Checkbox
        label="It uses the data for advertising on other sites"
        checked={draft.ads}
        onChange={(ads) => {
          set({ ads });
        }}
      />
    </SectionCard>
  );
}

const CONTRACT = { yes: true, no: false, unknown: null } as const;

function Where({ draft, set }: Part) {
  const contract = draft.hasDpa === null ? "unknown" : draft.hasDpa ? "yes" : "no";
  return (
    <SectionCard title="What makes it lawful">
      <ChoiceList
        title="What it is to you"
        choices={[
          ...VENDOR_ROLES.map((value) => ({ value, label: capital(ROLE_WORDS[value]) })),
          { value: "", label: "I do not know" },
        ]}
        selected={[draft.role ?? ""]}
        onChange={([role]) => {
          set({ role: VENDOR_ROLES.find((one) => one === role) ?? null });
        }}
      />
      <ChoiceList
        title="Is there a contract about personal data with it?"
        choices={[
          { value: "yes", label: "Yes, signed or part of its terms" },
          { value: "no", label: "No" },
          { value: "unknown", label: "I do not know" },
        ]}
        selected={[contract]}
        onChange={([answer]) => {
          set({ hasDpa: CONTRACT[(answer ?? "unknown") as keyof typeof CONTRACT] });
        }}
      />
      <ChoiceList
        allowMultiple
        title="What makes it lawful that data of people in Europe goes there"
        choices={TRANSFER_BASES.map((value) => ({ value, label: capital(TRANSFER_WORDS[value]) }))}
        selected={[...draft.transfer]}
        onChange={(chosen) => {
          set({ transfer: TRANSFER_BASES.filter((basis) => chosen.includes(basis)) });
        }}
      />
      <Text as="p" variant="bodySm" tone="subdued">
        Inside Europe, and where the European Commission found protection adequate, nothing more is needed.
      </Text>
    </SectionCard>
  );
}

function TakeOut({ name }: { name: string }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <div style={{ paddingBlock: "1rem" }}>
      {isAsking ? (
        <Form method="post">
          <input type="hidden" name="intent" value="remove" />
          <InlineStack gap="200" blockAlign="center">
            <Text as="p">Take {name} out of the register, the policy and the banner?</Text>
            <Button submit tone="critical">
              Take it out
            </Button>
            <Button
              onClick={() => {
                setAsking(false);
              }}
            >
              Keep it
            </Button>
          </InlineStack>
        </Form>
      ) : (
        <Button
          tone="critical"
          variant="plain"
          onClick={() => {
            setAsking(true);
          }}
        >
          We do not use it
        </Button>
      )}
    </div>
  );
}
