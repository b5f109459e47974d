import { readReceipt } from "../consent/read-receipt.server.ts";
import { PlainProblem } from "../jobs/cause.ts";
import type { Options } from "./commands.ts";
import type { Result } from "./result.ts";

/** `consents show`: one record, what replaced it, and whether it can be proved. */
export async function showConsent({ shop, id }: Options<"consents show">): Promise<Result> {
  const { record, replacedBy, proof } = await known(shop, id);
  return { kind: "facts", facts: { record, replacedBy, proof: proof === null ? "not sealed yet" : "there" } };
}

/** `consents receipt`: one record with its proof, for anyone to check with `npm run verify`. */
export async function writeReceipt({ shop, id }: Options<"consents receipt">): Promise<Result> {
  const { proof } = await known(shop, id);
  if (!proof) throw new PlainProblem("This record is not sealed yet; records are sealed every five minutes.");
  return { kind: "document", pieces: [`${JSON.stringify(proof)}\n`] };
}

async function known(shop: string, id: string) {
  const found = await readReceipt(shop, id);
  if (found.state === "gone") throw new PlainProblem("This record is no longer kept: erased, or past its period.");
  if (found.state === "unknown") throw new PlainProblem("This store has no consent record with this receipt.");
  return found;
}
