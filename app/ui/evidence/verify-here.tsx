import { Banner, Button } from "@shopify/polaris";
import { useState } from "react";
import type { Verdict } from "../../../verify/verify.mjs";

type State = { is: "idle" | "busy" } | { is: "judged"; verdict: Verdict } | { is: "failed"; why: string };

/**
 * Checks the chain in the reader's own browser: the bundle is fetched and given to the very program that auditors run,
 * so nobody has to trust the server's word.
 */
export function VerifyHere({ shop, fingerprint }: { shop: string; fingerprint: string }) {
  const [state, setState] = useState<State>({ is: "idle" });
  const run = async () => {
    setState({ is: "busy" });
    try {
      setState({ is: "judged", verdict: await judge(shop, fingerprint) });
    } catch (error) {
      setState({ is: "failed", why: error instanceof Error ? error.message : "unknown" });
    }
  };
  return (
    <>
      <Button variant="primary" loading={state.is === "busy"} onClick={() => void run()}>
        Verify here
      </Button>
      <div role="status" style={{ order: 1, flexBasis: "100%" }}>
        {state.is === "judged" && <Result verdict={state.verdict} />}
        {state.is === "failed" && (
          <Banner tone="warning" title="It could not be checked here">
            {state.why}
          </Banner>
        )}
      </div>
    </>
  );
}

async function judge(shop: string, fingerprint: string): Promise<Verdict> {
  const answer = await fetch("/app/evidence/bundle");
  if (!answer.ok) throw new Error("The bundle could not be downloaded. Check your connection, then try again.");
  const { verify } = await import("../../../verify/verify.mjs");
  return verify(await answer.text(), { key: fingerprint, shop });
}

function Result({ verdict }: { verdict: Verdict }) {
  if (verdict.ok)
    return (
      <Banner tone="success" title="The chain holds">
        {verdict.summary}
      </Banner>
    );
  return (
    <Banner
      tone="critical"
      title={verdict.seq === null ? "The bundle is damaged" : `The chain is broken at entry ${String(verdict.seq)}`}
    >
      {verdict.problem}
    </Banner>
  );
}
