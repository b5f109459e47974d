import { Banner, BlockStack, InlineGrid, Page } from "@shopify/polaris";
import type { MailRow, MailState } from "../../mail/mail-row.ts";
import type { Page as ListPage } from "../../paging/keyset.ts";
import { OutboxCard } from "./outbox-card.tsx";
import { SenderCard, type SenderView } from "./sender-card.tsx";
import { TextsCard } from "./texts-card.tsx";

interface Props {
  state: MailState;
  isTroubled: boolean;
  page: ListPage<MailRow>;
  sender: SenderView;
  /** The address that all mails come from; null where no mail server is set up. */
  from: string | null;
  /** The languages of the store's own texts, by mail. */
  own: Partial<Record<string, string[]>>;
}

/** What the store writes to people about their requests, as whom, and what became of it. */
export function MailsPage({ state, isTroubled, page, sender, from, own }: Props) {
  return (
    <Page title="Mails" subtitle="What Candor writes to your customers for you, in their language">
      <BlockStack gap="400">
        <MailStateBanner state={state} />
        <InlineGrid columns={{ xs: 1, md: ["twoThirds", "oneThird"] }} gap="400" alignItems="start">
          <BlockStack gap="400">
            <OutboxCard page={page} isTroubled={isTroubled} />
            <TextsCard own={own} />
          </BlockStack>
          <SenderCard sender={sender} from={from} />
        </InlineGrid>
      </BlockStack>
    </Page>
  );
}

/** Says that mails do not go, and what to do; nothing when all is well. */
export function MailStateBanner({ state: { hasServer, waiting, refused }, link }: { state: MailState; link?: string }) {
  const action = link === undefined ? {} : { action: { content: "Show the mails", url: link } };
  if (!hasServer)
    return (
      <Banner tone="warning" title="No mail leaves Candor" {...action}>
        No mail server is set up. Mails wait and go as soon as there is one: whoever runs Candor sets SMTP_URL and
        MAIL_FROM, then restarts it. {waiting > 0 && `Waiting now: ${String(waiting)}.`}
      </Banner>
    );
  if (waiting === 0 && refused === 0) return null;
  const parts = [
    waiting > 0 && `${String(waiting)} could not be sent yet and will be tried again`,
    refused > 0 && `${String(refused)} ${refused === 1 ? "was" : "were"} refused by the receiving server for good`,
  ].filter((part) => part !== false);
  return (
    <Banner tone="warning" title="Some mails did not arrive" {...action}>
      {parts.join("; ")}. Each says why in the list of mails.
    </Banner>
  );
}
