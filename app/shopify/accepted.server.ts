import { PlainProblem } from "../jobs/cause.ts";

interface UserError {
  readonly code?: string | null;
  readonly field: readonly string[] | null;
  readonly message: string;
}

/**
 * Makes sure that Shopify took a change. Its own sentence may repeat what was sent, so only field and kind are told.
 *
 * @throws PlainProblem when it did not; trying again cannot help
 */
export function accepted(what: string, answer: { readonly userErrors: readonly UserError[] } | null): void {
  const [error] = answer?.userErrors ?? [];
  if (!error) return;
  const field = error.field?.at(-1) ?? "request";
  const why = /taken/i.test(error.message) ? "another customer has it already" : "Shopify finds it not valid";
  throw new PlainProblem(`Shopify did not accept ${what}: ${field}, because ${why}.`, { worthRetrying: false });
}
