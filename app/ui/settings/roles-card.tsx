import { useFetcher } from "@remix-run/react";
import { BlockStack, InlineGrid, InlineStack, List, Select, Text } from "@shopify/polaris";
import { STAFF_ROLES, type StaffRole } from "../../staff/roles.ts";
import type { StaffRow } from "../../staff/staff-row.ts";
import type { Answer } from "../answer.ts";
import { SectionCard } from "../section-card.tsx";
import { useAnswer } from "../use-answer.ts";
import { When } from "../when.tsx";
import { ROLE_WORDS } from "../words.ts";

const OPTIONS = STAFF_ROLES.map((value) => ({ value, label: capital(ROLE_WORDS[value]) }));

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Everybody of the staff who opened Candor, and what they may do. */
export function RolesCard({ me, staff, mayRule }: { me: string; staff: readonly StaffRow[]; mayRule: boolean }) {
  return (
    <SectionCard title="Roles">
      <Text as="p" tone="subdued">
        Whoever may open Candor in your Shopify admin is listed here after their first visit. New people see no customer
        until an owner gives them a role.
      </Text>
      <List>
        <List.Item>An owner may do everything, and gives roles.</List.Item>
        <List.Item>Privacy staff see customers and work on requests.</List.Item>
        <List.Item>Read-only sees what is due and what was done, with customers masked.</List.Item>
      </List>
      <BlockStack gap="400">
        {staff.map((member) => (
          <Member key={member.staff} member={member} isMe={member.staff === me} mayRule={mayRule} />
        ))}
      </BlockStack>
    </SectionCard>
  );
}

function Member({ member, isMe, mayRule }: { member: StaffRow; isMe: boolean; mayRule: boolean }) {
  const fetcher = useFetcher<Answer>();
  useAnswer(fetcher.data);
  const asked = fetcher.formData?.get("role");
  const role = STAFF_ROLES.find((one) => one === asked) ?? member.role;
  const name = member.name ?? "Name not known yet";
  const give = (next: string) => {
    fetcher.submit({ intent: "role", member: member.staff, role: next as StaffRole }, { method: "post" });
  };
  return (
    <InlineGrid columns={{ xs: 1, sm: ["twoThirds", "oneThird"] }} gap="200" alignItems="center">
      <BlockStack gap="050">
        <Text as="h3" variant="headingSm">
          {name}
          {isMe && " (you)"}
        </Text>
        <InlineStack gap="100">
          <Text as="span" tone="subdued">
            {member.isAccountOwner ? "Owner of the Shopify account. " : ""}Last here <When at={member.seenAt} />
          </Text>
        </InlineStack>
      </BlockStack>
      <Select
        label={`Role of ${name}`}
        labelHidden
        options={OPTIONS}
        value={role}
        onChange={give}
        disabled={!mayRule || member.isAccountOwner || fetcher.state !== "idle"}
      />
    </InlineGrid>
  );
}
