import { BlockStack, Link, Text } from "@shopify/polaris";
import type { Overview } from "../../overview/overview.ts";
import { timeLeft } from "../../requests/time-left.ts";
import { byteText } from "../byte-text.ts";
import { SectionCard } from "../section-card.tsx";

interface Props {
  packages: Overview["waitingPackages"];
  count: number;
  now: Date;
}

/** Packages that are ready and that nobody has downloaded yet. */
export function PackagesCard({ packages, count, now }: Props) {
  return (
    <SectionCard title="Ready to send">
      {count === 0 && <Text as="p">No package waits for you.</Text>}
      {packages.map(({ request, bytes, expiresAt }) => (
        <BlockStack key={request} gap="050">
          <Link url={`/app/requests/${request}`}>Package {request.slice(-6)}</Link>
          <Text as="span" tone="subdued" variant="bodySm">
            {byteText(bytes)}, not downloaded yet, {timeLeft(expiresAt, now).words}
          </Text>
        </BlockStack>
      ))}
      {count > packages.length && (
        <Text as="p" tone="subdued">
          and {count - packages.length} more
        </Text>
      )}
    </SectionCard>
  );
}
