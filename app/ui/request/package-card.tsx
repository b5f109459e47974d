import { InlineStack, Text } from "@shopify/polaris";
import type { PackageView } from "../../requests/request-view.ts";
import { timeLeft } from "../../requests/time-left.ts";
import { byteText } from "../byte-text.ts";
import { SaveButton } from "../save-button.tsx";
import { SectionCard } from "../section-card.tsx";
import { When } from "../when.tsx";

interface Props {
  package: PackageView;
  request: string;
  now: Date;
}

/** The package of an access request: how large, how long it stays, how often it was downloaded. */
export function PackageCard({ package: { bytes, expiresAt, downloads }, request, now }: Props) {
  return (
    <SectionCard title="Package">
      <Text as="p">
        {byteText(bytes)} zip with a readable page, JSON and CSV.{" "}
        {downloads === 0
          ? "Not downloaded yet."
          : `Downloaded ${downloads === 1 ? "once" : `${String(downloads)} times`}.`}
      </Text>
      <Text as="p" tone="subdued">
        Removed on <When at={expiresAt} /> ({timeLeft(expiresAt, now).words}). Each download is recorded.
      </Text>
      <InlineStack>
        <SaveButton url={`/app/requests/${request}/package`} gone="The package is no longer there">
          Download
        </SaveButton>
      </InlineStack>
    </SectionCard>
  );
}
