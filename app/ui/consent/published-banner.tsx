import { Banner, Text } from "@shopify/polaris";
import { ActionButton } from "../action-button.tsx";
import { When } from "../when.tsx";

/** Whether the storefront says what was decided. */
export interface Published {
  /** When the settings were last published; null for never. */
  at: Date | null;
  /** When the storefront was last compared with them; null for never. */
  checkedAt: Date | null;
  /** Saved, and not published yet. */
  isBehind: boolean;
  /** How the storefront differs from what was published, in a sentence; null when it doesn't. */
  drift: string | null;
}

/** Says where publishing stands; loud only when something is to be done. */
export function PublishedBanner({ published: { at, checkedAt, isBehind, drift } }: { published: Published }) {
  if (drift !== null)
    return (
      <Banner tone="critical" title="Your storefront differs from these settings">
        <p>{drift}</p>
        <Publish />
      </Banner>
    );
  if (at === null)
    return (
      <Banner tone="warning" title="Nothing is published yet">
        <p>Until the settings are published, the storefront shows no banner.</p>
        <Publish />
      </Banner>
    );
  if (isBehind)
    return (
      <Banner tone="info" title="Saved, but not published yet">
        <p>Your storefront still shows the settings before these.</p>
        <Publish />
      </Banner>
    );
  return (
    <Text as="p" tone="subdued">
      Published on <When at={at} />
      {checkedAt && (
        <>
          , compared with your storefront on <When at={checkedAt} />
        </>
      )}
      .
    </Text>
  );
}

function Publish() {
  return (
    <div style={{ marginBlockStart: "0.5rem" }}>
      <ActionButton intent="publish">Publish now</ActionButton>
    </div>
  );
}
