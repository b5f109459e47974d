import { CHAIN_PROBLEMS } from "../evidence/check-entry.ts";
import { verifyChain } from "../evidence/verify-chain.server.ts";
import type { Options } from "./commands.ts";
import { requireChain } from "./export-evidence.server.ts";
import type { Result } from "./result.ts";

/** `evidence verify`: the verdict on a store's chain. A broken chain is exit code 1. */
export async function verifyEvidence({ shop }: Options<"evidence verify">): Promise<Result> {
  await requireChain(shop);
  const verdict = await verifyChain(shop);
  if (verdict.ok) return { kind: "facts", facts: { shop, ...verdict } };
  const { entries, seq, problem } = verdict;
  const words = `Entry ${seq} ${CHAIN_PROBLEMS[problem]}.`;
  return {
    kind: "facts",
    facts: { shop, ok: false, entries, head: null, seq, code: problem, problem: words },
    isBad: true,
  };
}
