import { useRevalidator } from "@remix-run/react";
import { Banner, Box, Text } from "@shopify/polaris";
import { useEffect, useState, type ReactNode } from "react";
import type { PublishedState } from "../../consent/published-state.ts";
import { ActionButton } from "../action-button.tsx";
import { When } from "../when.tsx";

/** A publishing takes seconds: until then the page asks again, this often and so many times. */
const ASK_AGAIN_MS = 2_000;
const ASKS = 10;

/** Says where publishing stands; loud only when something is to be done. */
export function PublishedBanner({ published: { at, isBehind, drift } }: { published: PublishedState }) {
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
  if (isBehind) return <Behind />;
  return (
    <Quiet>
      Your storefront has these settings since <When at={at} />.
    </Quiet>
  );
}

function Behind() {
  const { revalidate } = useRevalidator();
  const [asks, setAsks] = useState(0);
  useEffect(() => {
    if (asks >= ASKS) return undefined;
    const timer = setTimeout(() => {
      revalidate();
      setAsks(asks + 1);
    }, ASK_AGAIN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [asks, revalidate]);
  return asks < ASKS ? (
    <Quiet>Saved. Your storefront gets it in a moment …</Quiet>
  ) : (
    <Banner tone="warning" title="Saved, but not published yet">
      <p>Your storefront still shows the settings before these.</p>
      <Publish />
    </Banner>
  );
}

function Publish() {
  return (
    <div style={{ marginBlockStart: "0.5rem" }}>
      <ActionButton intent="publish">Publish now</ActionButton>
    </div>
  );
}

/** On a phone cards reach the edge, and text between them must not. */
function Quiet({ children }: { children: ReactNode }) {
  return (
    <Box paddingInline={{ xs: "400", sm: "0" }}>
      <Text as="p" tone="subdued">
        {children}
      </Text>
    </Box>
  );
}
