import { BlockStack, InlineStack, Text } from "@shopify/polaris";
import type { Announcement } from "../../policy/announcement.ts";
import type { TellReason } from "../../policy/why-tell.ts";
import { ActionButton } from "../action-button.tsx";
import { SectionCard } from "../section-card.tsx";

const WHY: Readonly<Record<TellReason, string>> = {
  law: "It names a use of data that the version before did not. Customers must hear of that before you begin (GDPR art. 13(3) and 14(4), and laws like it).",
  promised: "Your policy promises a mail about important changes, and this is one.",
};

/** Customers must be told of a version: by mail, with one click, or in the store's own way. */
export function AnnounceCard({ announcement: { number, why, state, told } }: { announcement: Announcement }) {
  return (
    <SectionCard title={`Tell your customers about version ${number}`}>
      <BlockStack gap="300">
        {state === "due" ? (
          <>
            <Text as="p">
              {WHY[why]} Candor writes to every customer who has an e-mail address, each in their own language.
            </Text>
            <InlineStack gap="200">
              <ActionButton intent="announce" fields={{ number: String(number) }} variant="primary">
                Tell them by mail
              </ActionButton>
              <ActionButton intent="told-otherwise" fields={{ number: String(number) }}>
                I told them myself
              </ActionButton>
            </InlineStack>
          </>
        ) : (
          <Text as="p">
            Candor is writing to your customers: {told === 1 ? "one mail" : `${told} mails`} so far. You can leave this
            page.
          </Text>
        )}
      </BlockStack>
    </SectionCard>
  );
}
