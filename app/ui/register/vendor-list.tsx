import { BlockStack, Button, Divider, InlineStack, Select, Text } from "@shopify/polaris";
import { Fragment, useState } from "react";
import type { VendorFact } from "../../register/facts.ts";
import { PROCESSING_PURPOSE_WORDS } from "../../register/purpose-words.ts";
import { ROLE_WORDS, TRANSFER_WORDS } from "../../register/vendor-words.ts";
import { placeName } from "../consent/place-name.ts";
import { StateBadge } from "../state-badge.tsx";
import { capital, STATUS_BADGES } from "./words.ts";

interface Props {
  vendors: readonly VendorFact[];
  /** Known vendors that are not in the register. */
  others: readonly { id: string; name: string }[];
}

/** Who receives data: what each is, for what, where it goes; and a way to add one. */
export function VendorList({ vendors, others }: Props) {
  return (
    <BlockStack gap="400">
      {vendors.map((vendor, index) => (
        <Fragment key={vendor.id}>
          {index > 0 && <Divider />}
          <VendorItem vendor={vendor} />
        </Fragment>
      ))}
      <Divider />
      <AddVendor others={others} />
    </BlockStack>
  );
}

function VendorItem({ vendor }: { vendor: VendorFact }) {
  const { vendor: id, name, company, country, role, purposes, transfer, status, ads } = vendor;
  const facts = [
    company === name ? "" : company,
    country === "" ? "country not known" : placeName(country),
    role === null ? "role not known" : ROLE_WORDS[role],
    transfer.map((basis) => TRANSFER_WORDS[basis]).join(", "),
    ads ? "advertises on other sites" : "",
  ].filter((part) => part !== "");
  return (
    <InlineStack gap="400" align="space-between" blockAlign="start" wrap={false}>
      <BlockStack gap="100">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h3" variant="headingSm">
            {name}
          </Text>
          <StateBadge state={STATUS_BADGES[status]} />
        </InlineStack>
        <Text as="p" breakWord>
          {capital(purposes.map((purpose) => PROCESSING_PURPOSE_WORDS[purpose]).join(", ")) || "Use not known"}
        </Text>
        <Text as="p" variant="bodySm" tone="subdued" breakWord>
          {facts.join(" · ")}
        </Text>
      </BlockStack>
      <div style={{ flexShrink: 0 }}>
        <Button url={`/app/register/vendors/${id}`} accessibilityLabel={`Change ${name}`}>
          Change
        </Button>
      </div>
    </InlineStack>
  );
}

function AddVendor({ others }: Pick<Props, "others">) {
  const [chosen, setChosen] = useState("");
  const options = others
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((one, other) => one.label.localeCompare(other.label, "en"));
  return (
    <InlineStack gap="200" blockAlign="end">
      <Select
        label="Somebody else who receives data"
        options={[{ value: "", label: "Choose" }, ...options, { value: "new", label: "Not in this list" }]}
        value={chosen}
        onChange={setChosen}
      />
      <Button disabled={chosen === ""} {...(chosen !== "" && { url: `/app/register/vendors/${chosen}` })}>
        Add
      </Button>
    </InlineStack>
  );
}
