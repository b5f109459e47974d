import { exportBundle } from "../evidence/export-bundle.server.ts";
import { readHead } from "../evidence/list-evidence.server.ts";
import { PlainProblem } from "../jobs/cause.ts";
import type { Options } from "./commands.ts";
import type { Result } from "./result.ts";

/** `evidence bundle`: the chain as a file, streamed. */
export async function exportEvidence({ shop }: Options<"evidence bundle">): Promise<Result> {
  await requireChain(shop);
  return { kind: "document", pieces: exportBundle(shop, new Date()) };
}

/** Refuses a store without a chain: signing for it would make it keys. */
export async function requireChain(shop: string): Promise<void> {
  if (await readHead(shop)) return;
  throw new PlainProblem(
    "This store has no evidence here: it never installed Candor, or it was erased (see evidence certificate).",
  );
}
