import { List, Text } from "@shopify/polaris";
import { SectionCard } from "../section-card.tsx";

/** What a store sees before its first request: that all is in place, and what will happen. */
export function WelcomeCard() {
  return (
    <SectionCard title="Candor is ready">
      <Text as="p">No customer has asked anything yet, so there is nothing for you to do. From now on:</Text>
      <List>
        <List.Item>
          When a customer asks for their data, Shopify tells Candor. Candor collects it and writes a package for you to
          send.
        </List.Item>
        <List.Item>When a customer is to be erased, Candor erases them and searches for what might remain.</List.Item>
        <List.Item>
          Each request shows its deadline here, and each step becomes evidence that anyone can verify.
        </List.Item>
      </List>
      <Text as="p" tone="subdued">
        To see it at work, open a customer in Shopify admin, choose More actions, then Request customer data.
      </Text>
    </SectionCard>
  );
}
