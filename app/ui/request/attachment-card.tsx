import { BlockStack, InlineStack, Text } from "@shopify/polaris";
import type { AttachmentRow } from "../../requests/request-view.ts";
import { byteText } from "../byte-text.ts";
import { SaveButton } from "../save-button.tsx";
import { SectionCard } from "../section-card.tsx";
import { When } from "../when.tsx";

const PURPOSES: Readonly<Record<AttachmentRow["purpose"], string>> = {
  proof: "Proof that they may ask",
  letter: "The letter or mail",
};

const FORMATS: Readonly<Record<string, string>> = {
  "application/pdf": "PDF",
  "image/png": "PNG",
  "image/jpeg": "JPEG",
};

/** The files that came with a request. Their names may name people: they are seen once a file is saved. */
export function AttachmentCard({ request, files }: { request: string; files: readonly AttachmentRow[] }) {
  return (
    <SectionCard title="Files">
      {files.map(({ id, purpose, mediaType, bytes, addedAt }) => (
        <BlockStack key={id} gap="100">
          <Text as="p">
            {PURPOSES[purpose]} ({FORMATS[mediaType] ?? mediaType}, {byteText(bytes)})
          </Text>
          <Text as="p" tone="subdued" variant="bodySm">
            Came <When at={addedAt} />
          </Text>
          <InlineStack>
            <SaveButton
              url={`/app/requests/${request}/files/${id}`}
              gone="The file is no longer there"
              accessibilityLabel={`Save: ${PURPOSES[purpose]}`}
            >
              Save
            </SaveButton>
          </InlineStack>
        </BlockStack>
      ))}
      <Text as="p" tone="subdued" variant="bodySm">
        A stranger sent it: open it with care. Saving is recorded as evidence.
      </Text>
    </SectionCard>
  );
}
