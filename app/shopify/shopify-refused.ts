import { PlainProblem } from "../jobs/cause.ts";

/** Why Shopify did not do what it was asked. */
export const REFUSALS = [
  "ACCESS_DENIED",
  "THROTTLED",
  "TOO_COSTLY",
  "NOT_INSTALLED",
  "UNREACHABLE",
  "INVALID",
] as const;
export type Refusal = (typeof REFUSALS)[number];

const WORDS: Record<Refusal, string> = {
  ACCESS_DENIED: "Shopify denied access",
  THROTTLED: "Shopify's rate limit left no room, although Candor waited",
  TOO_COSTLY: "Shopify found the query too large",
  NOT_INSTALLED: "Candor has no valid access to this store: it is not installed, or its access was withdrawn",
  UNREACHABLE: "Shopify could not be reached, or failed, several times in a row",
  INVALID: "Shopify did not accept the query",
};

/**
 * Shopify refused a call. The message is in plain words and names the operation, never its variables and never
 * Shopify's own text, which may repeat them: it can be logged, stored and shown. `requiredAccess` is Shopify's
 * description of the scope or permission that is missing. `UNREACHABLE` and `THROTTLED` are worth another try later.
 */
export class ShopifyRefused extends PlainProblem {
  readonly code: Refusal;
  readonly operation: string;
  readonly requiredAccess: string | undefined;

  constructor(code: Refusal, operation: string, requiredAccess?: string) {
    const missing = requiredAccess === undefined ? "" : `; needed: ${requiredAccess}`;
    super(`${WORDS[code]} (${operation}${missing}).`);
    this.name = "ShopifyRefused";
    this.code = code;
    this.operation = operation;
    this.requiredAccess = requiredAccess;
  }
}
