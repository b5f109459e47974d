import { BlockStack, Button, Card, InlineStack, Link, Tabs, Text } from "@shopify/polaris";
import { useState } from "react";
import { legalMonths } from "../../policy/lawful-retention.ts";
import { ELEMENT_WORDS } from "../../register/element-words.ts";
import { TERM_OF } from "../../register/elements.ts";
import type { Register } from "../../register/facts.ts";
import { periodText } from "../../register/period-text.ts";
import { BASIS_WORDS, INTEREST_WORDS, PROCESSING_PURPOSE_WORDS } from "../../register/purpose-words.ts";
import { lengthText } from "../../register/record-rows.ts";
import { RETENTION_WORDS } from "../../register/retention-rules.ts";
import { DataGrid } from "../consent/data-grid.tsx";
import { StateBadge } from "../state-badge.tsx";
import { VendorList } from "./vendor-list.tsx";
import { capital, STATUS_BADGES } from "./words.ts";

const TABS = ["Purposes", "Data", "Vendors", "Keeping", "Contacts"] as const;

/** The register from four sides: what for, which data, who receives it, how long; and who stands for the store. */
export function OverviewCard({
  register,
  others,
}: {
  register: Register;
  others: readonly { id: string; name: string }[];
}) {
  const [selected, setSelected] = useState(0);
  const tabs = TABS.map((content) => ({
    id: content.toLowerCase(),
    content,
    panelID: `${content.toLowerCase()}-panel`,
  }));
  const views = [
    <Purposes key="purposes" register={register} />,
    <Data key="data" register={register} />,
    <VendorList key="vendors" vendors={register.vendors} others={others} />,
    <Keeping key="keeping" register={register} />,
    <Contacts key="contacts" register={register} />,
  ];
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          What is in the register
        </Text>
        <Tabs tabs={tabs} selected={selected} onSelect={setSelected}>
          <div style={{ paddingBlockStart: "0.75rem" }}>{views[selected]}</div>
        </Tabs>
      </BlockStack>
    </Card>
  );
}

const sure = (status: keyof typeof STATUS_BADGES) => <StateBadge state={STATUS_BADGES[status]} />;

function Purposes({ register: { purposes, vendors } }: { register: Register }) {
  return (
    <DataGrid
      hasWords
      isWhole
      caption="Purposes"
      headings={["Purpose", "Why it is allowed", "Data", "Vendors", "How sure"]}
      rows={purposes.map(({ purpose, basis, interest, elements, status }) => [
        capital(PROCESSING_PURPOSE_WORDS[purpose]),
        [basis === null ? "Not said" : capital(BASIS_WORDS[basis]), interest === null ? "" : INTEREST_WORDS[interest]]
          .filter((part) => part !== "")
          .join(": "),
        elements.map((element) => ELEMENT_WORDS[element]).join(", "),
        vendors
          .filter((vendor) => vendor.purposes.includes(purpose))
          .map(({ name }) => name)
          .join(", ") || "–",
        sure(status),
      ])}
    />
  );
}

function Data({ register: { terms, elements, purposes } }: { register: Register }) {
  return (
    <BlockStack gap="400">
      {terms.map(({ term, name }) => (
        <BlockStack gap="200" key={term}>
          <Text as="h3" variant="headingSm">
            {name}
          </Text>
          <DataGrid
            hasWords
            isWhole
            caption={name}
            headings={["Data", "Used for", "Before consent", "How sure"]}
            rows={elements
              .filter(({ element }) => TERM_OF[element] === term)
              .map(({ element, beforeConsent, status }) => [
                capital(ELEMENT_WORDS[element]),
                purposes
                  .filter((purpose) => purpose.elements.includes(element))
                  .map(({ purpose }) => PROCESSING_PURPOSE_WORDS[purpose])
                  .join(", ") || "–",
                beforeConsent ? "Yes" : "No",
                sure(status),
              ])}
          />
        </BlockStack>
      ))}
    </BlockStack>
  );
}

function Keeping({ register }: { register: Register }) {
  const least = legalMonths(register);
  return (
    <BlockStack gap="300">
      <DataGrid
        hasWords
        isWhole
        caption="How long data is kept"
        headings={["Records", "Kept", "At least, by tax law", "How sure"]}
        rows={register.retention.map((fact) => [
          capital(RETENTION_WORDS[fact.category]),
          capital(lengthText(fact)),
          fact.category === "orders"
            ? least === null
              ? "Not looked up for your country"
              : periodText({ months: least })
            : "–",
          sure(fact.status),
        ])}
      />
      <InlineStack>
        <Button url="/app/register/questions?question=keeping">Change how long data is kept</Button>
      </InlineStack>
    </BlockStack>
  );
}

const CONTACT_WORDS = {
  email: "E-mail",
  post: "Post",
  form: "Request form",
  "privacy-officer": "Privacy officer",
  "eu-representative": "Representative in the European Union",
  "uk-representative": "Representative in the United Kingdom",
  "data-protection-officer": "Data protection officer",
} as const;

function Contacts({ register: { store, contacts } }: { register: Register }) {
  return (
    <BlockStack gap="300">
      <DataGrid
        hasWords
        isWhole
        caption="Who stands for the store, and how it is reached"
        headings={["What", "Who or where", "How sure"]}
        rows={[
          [
            "Store",
            [...new Set([store.legalName || "Not said", store.tradingName, store.country])].filter(Boolean).join(", "),
            sure(store.status),
          ],
          ...contacts.map(({ contact, name, value, status }) => [
            CONTACT_WORDS[contact],
            <span key="value" style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
              {[name, value].filter((part) => part !== "").join("\n")}
            </span>,
            sure(status),
          ]),
        ]}
      />
      <Text as="p" variant="bodySm" tone="subdued">
        These stand in your policy, for everybody to read. Change them in the{" "}
        <Link url="/app/register/questions?question=contact">questions</Link>.
      </Text>
    </BlockStack>
  );
}
