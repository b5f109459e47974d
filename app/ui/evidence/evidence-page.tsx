import { useNavigate } from "@remix-run/react";
import { BlockStack, InlineStack, Link, Page, Pagination, Text } from "@shopify/polaris";
import verifierUrl from "../../../verify/verify.mjs?url";
import type { ChainState } from "../../overview/overview.ts";
import { CodeText } from "../code-text.tsx";
import { EntryList } from "../entry-list.tsx";
import type { Entry } from "../entry-sentence.ts";
import { Facts } from "../facts.tsx";
import { NothingHere } from "../nothing-here.tsx";
import { SaveButton } from "../save-button.tsx";
import { SectionCard } from "../section-card.tsx";
import { When } from "../when.tsx";
import { VerifyHere } from "./verify-here.tsx";

/** Entries on one page, as the list has them. */
const PAGE = 50;

interface Props {
  shop: string;
  page: { entries: Entry[]; next: number | null };
  chain: ChainState | null;
  /** SHA-256 of the key that signs the chain, in hexadecimal. */
  fingerprint: string;
}

/** The evidence chain: where it stands, how anyone checks it, and what it says. */
export function EvidencePage({ shop, page, chain, fingerprint }: Props) {
  return (
    <Page title="Evidence" subtitle="What was done, in a chain that nobody can change afterwards">
      <BlockStack gap="400">
        <SectionCard title="The chain">
          {chain ? <Chain chain={chain} fingerprint={fingerprint} /> : <NoChain />}
          <InlineStack gap="200">
            <VerifyHere shop={shop} fingerprint={fingerprint} />
            <SaveButton url="/app/evidence/bundle" gone="There is no evidence yet">
              Download bundle
            </SaveButton>
          </InlineStack>
        </SectionCard>
        <HowTo fingerprint={fingerprint} />
        <SectionCard title="Entries">
          <Entries page={page} chain={chain} />
        </SectionCard>
      </BlockStack>
    </Page>
  );
}

function NoChain() {
  return <Text as="p">The chain begins with the first thing that happens in your store.</Text>;
}

function Chain({ chain: { seq, hash, at, checkpoint }, fingerprint }: { chain: ChainState; fingerprint: string }) {
  return (
    <>
      <Facts
        facts={[
          ["Entries", String(seq)],
          ["Last entry", <When key="at" at={at} />],
          [
            "Last signature",
            checkpoint ? (
              <>
                Entry {checkpoint.seq}, <When at={checkpoint.at} />
              </>
            ) : (
              "Follows within minutes"
            ),
          ],
        ]}
      />
      <BlockStack gap="100">
        <Text as="span" variant="bodySm" tone="subdued">
          Hash of the last entry
        </Text>
        <CodeText>{hash}</CodeText>
        <Text as="span" variant="bodySm" tone="subdued">
          Fingerprint of the signing key
        </Text>
        <CodeText>{fingerprint}</CodeText>
      </BlockStack>
    </>
  );
}

function HowTo({ fingerprint }: { fingerprint: string }) {
  return (
    <SectionCard title="For auditors, lawyers and authorities">
      <Text as="p">
        Anyone can check the bundle without Candor and without the internet. It takes Node 20 or newer and{" "}
        <a className="Polaris-Link" href={verifierUrl} download="verify.mjs">
          verify.mjs
        </a>
        , one short program without dependencies that can be read in ten minutes:
      </Text>
      <CodeText>node verify.mjs bundle.json --key {fingerprint}</CodeText>
      <Text as="p" tone="subdued">
        Hand over the fingerprint by another way than the bundle, for example on paper: it shows that the bundle was
        signed by your store and nobody else. The program names the first entry that was changed, removed or put in.
      </Text>
    </SectionCard>
  );
}

function Entries({ page: { entries, next }, chain }: Pick<Props, "page" | "chain">) {
  const navigate = useNavigate();
  const first = entries[0]?.seq;
  if (first === undefined)
    return <NothingHere title="No entries here">Entries appear as requests are opened and answered.</NothingHere>;
  const isNewest = first >= (chain?.seq ?? 0);
  return (
    <BlockStack gap="400">
      <EntryList entries={entries} linksRequests />
      {(!isNewest || next !== null) && (
        <Pagination
          accessibilityLabel="Pages of the chain"
          label={`Entries ${String(first)} to ${String(entries.at(-1)?.seq ?? first)}`}
          hasPrevious={!isNewest}
          previousTooltip="Newer"
          onPrevious={() => {
            navigate(`?before=${String(first + PAGE + 1)}`);
          }}
          hasNext={next !== null}
          nextTooltip="Older"
          onNext={() => {
            navigate(`?before=${String(next)}`);
          }}
        />
      )}
      {!isNewest && <Link url="/app/evidence">Newest entries</Link>}
    </BlockStack>
  );
}
