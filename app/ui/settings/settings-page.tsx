import { BlockStack, Page } from "@shopify/polaris";
import type { DeskRules } from "../../staff/desk-rules.ts";
import type { StaffRow } from "../../staff/staff-row.ts";
import { ApprovalCard } from "./approval-card.tsx";
import { RolesCard } from "./roles-card.tsx";

interface Props {
  /** Who looks. */
  me: { staff: string };
  staff: StaffRow[];
  rules: DeskRules;
  /** Whether they may change anything here. */
  mayRule: boolean;
}

/** What a store decides about how Candor works for it; each card is a part of it. */
export function SettingsPage({ me, staff, rules, mayRule }: Props) {
  return (
    <Page
      title="Settings"
      subtitle="Who works on privacy requests, and how"
      secondaryActions={[{ content: "Your own tools", url: "/app/settings/tools" }]}
    >
      <BlockStack gap="400">
        <RolesCard me={me.staff} staff={staff} mayRule={mayRule} />
        <ApprovalCard rules={rules} mayRule={mayRule} />
      </BlockStack>
    </Page>
  );
}
