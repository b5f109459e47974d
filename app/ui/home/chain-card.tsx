import { useFetcher } from "@remix-run/react";
import { Badge, Banner, BlockStack, Button, Link, Text } from "@shopify/polaris";
import { useCallback, useEffect } from "react";
import type { ChainCheck, ChainState } from "../../overview/overview.ts";
import { SectionCard } from "../section-card.tsx";
import { When } from "../when.tsx";

/** A chain up to this long is checked whenever the page is opened; a longer one when someone asks. */
const CHECKED_BY_ITSELF = 5_000;

/** Where the evidence chain stands, and whether it holds. */
export function ChainCard({ chain }: { chain: ChainState | null }) {
  return (
    <SectionCard title="Evidence" aside={<Link url="/app/evidence">All evidence</Link>}>
      {chain ? <Chain chain={chain} /> : <Text as="p">The chain begins with the first thing that happens.</Text>}
    </SectionCard>
  );
}

function Chain({ chain: { seq, at, checkpoint } }: { chain: ChainState }) {
  return (
    <BlockStack gap="200">
      <Text as="p">
        {seq} {seq === 1 ? "entry" : "entries"}, the last on <When at={at} />.
      </Text>
      <Text as="p" tone="subdued">
        {checkpoint ? (
          <>
            Signed up to entry {checkpoint.seq} on <When at={checkpoint.at} />.
          </>
        ) : (
          "The first signature follows within minutes."
        )}
      </Text>
      <Check seq={seq} />
    </BlockStack>
  );
}

function Check({ seq }: { seq: number }) {
  const fetcher = useFetcher<{ check: ChainCheck }>();
  const { submit } = fetcher;
  const check = useCallback(() => {
    submit({ intent: "check-chain" }, { method: "post" });
  }, [submit]);
  useEffect(() => {
    if (seq <= CHECKED_BY_ITSELF) check();
  }, [seq, check]);
  const found = fetcher.data?.check;
  return (
    <div role="status">
      {fetcher.state !== "idle" && !found && <Badge>Checking…</Badge>}
      {found?.ok && <Badge tone="success">{`Verified: all ${String(found.entries)} entries hold`}</Badge>}
      {found && !found.ok && (
        <Banner tone="critical" title="The chain is broken">
          {found.problem}
        </Banner>
      )}
      {fetcher.state === "idle" && !found && <Button onClick={check}>Check the chain</Button>}
    </div>
  );
}
