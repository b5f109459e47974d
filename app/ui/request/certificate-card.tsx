import { InlineStack, Text } from "@shopify/polaris";
import { SaveButton } from "../save-button.tsx";
import { SectionCard } from "../section-card.tsx";
import { When } from "../when.tsx";

/** The certificate of a request that has ended: what was asked, who did what, what stays, signed. */
export function CertificateCard({ request, issuedAt }: { request: string; issuedAt: Date | string }) {
  return (
    <SectionCard title="Certificate">
      <Text as="p">
        What was asked, how it was answered and what stays, signed on <When at={issuedAt} />. It names nobody, so you
        can show it to an authority. Each download is recorded.
      </Text>
      <InlineStack gap="200">
        <SaveButton url={`/app/requests/${request}/certificate/pdf`} gone="The certificate is not written yet">
          Save to read (PDF)
        </SaveButton>
        <SaveButton url={`/app/requests/${request}/certificate/json`} gone="The certificate is not written yet">
          Save to verify (JSON)
        </SaveButton>
      </InlineStack>
    </SectionCard>
  );
}
