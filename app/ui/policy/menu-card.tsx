import { List, Text } from "@shopify/polaris";
import { CodeText } from "../code-text.tsx";
import { SectionCard } from "../section-card.tsx";

const PAGES = [
  ["/policy", "the policy, in every language"],
  ["/policy/cookies", "the cookie policy: the policy’s own words about cookies"],
  ["/policy/short", "the short notice"],
  ["/choices", "privacy choices, and no to sale or sharing"],
  ["/request", "the form for privacy requests"],
] as const;

/** Addresses on the storefront that a merchant links from the footer. `path`: where the app proxy answers. */
export function MenuCard({ path }: { path: string }) {
  return (
    <SectionCard title="For your shop’s menu">
      <Text as="p">Link these pages from the footer. They are there as soon as you have published.</Text>
      <List>
        {PAGES.map(([page, what]) => (
          <List.Item key={page}>
            <CodeText>{`${path}${page}`}</CodeText>: {what}
          </List.Item>
        ))}
      </List>
    </SectionCard>
  );
}
