import type { Refusal } from "./shopify-refused.ts";
import type { QueryCost } from "./throttle.ts";

/** What came of one call: data, a refusal, or a failure that may pass. */
export type Answer =
  | { readonly kind: "data"; readonly data: unknown; readonly cost: QueryCost | null }
  | { readonly kind: "refused"; readonly code: Refusal; readonly requiredAccess: string | undefined }
  | { readonly kind: "throttled"; readonly cost: QueryCost | null }
  | { readonly kind: "failed" };

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

function fieldOf(value: unknown, name: string): unknown {
  return isFields(value) ? value[name] : undefined;
}

function costOf(body: unknown): QueryCost | null {
  const cost = fieldOf(fieldOf(body, "extensions"), "cost");
  const status = fieldOf(cost, "throttleStatus");
  const numbers = ["maximumAvailable", "currentlyAvailable", "restoreRate"].map((name) => fieldOf(status, name));
  const [maximumAvailable, currentlyAvailable, restoreRate] = numbers.map(Number);
  if (!numbers.every((value) => typeof value === "number")) return null;
  return {
    requestedQueryCost: Number(fieldOf(cost, "requestedQueryCost") ?? 0),
    throttleStatus: {
      maximumAvailable: maximumAvailable ?? 0,
      currentlyAvailable: currentlyAvailable ?? 0,
      restoreRate: restoreRate ?? 0,
    },
  };
}

/** The list of GraphQL errors: Shopify sends a list, its client library wraps that list. */
function errorsOf(body: unknown): readonly unknown[] {
  const errors = fieldOf(body, "errors");
  const list = Array.isArray(errors) ? errors : fieldOf(errors, "graphQLErrors");
  if (Array.isArray(list)) return list;
  return errors === undefined || errors === null ? [] : [errors];
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function readErrors(errors: readonly unknown[], cost: QueryCost | null): Answer {
  const extensions = errors.map((error) => fieldOf(error, "extensions"));
  const codes = extensions.map((extension) => textOf(fieldOf(extension, "code")));
  if (codes.includes("THROTTLED")) return { kind: "throttled", cost };
  if (codes.includes("MAX_COST_EXCEEDED")) return { kind: "refused", code: "TOO_COSTLY", requiredAccess: undefined };
  const denied = codes.indexOf("ACCESS_DENIED");
  // A field of protected customer data that the app is not approved for is refused by a message alone.
  const unapproved = errors.some((error) => /not approved/i.test(textOf(fieldOf(error, "message")) ?? ""));
  if (denied >= 0 || unapproved) {
    const named = textOf(fieldOf(extensions[denied], "requiredAccess"));
    const requiredAccess = named ?? (unapproved ? "approval for protected customer data" : undefined);
    return { kind: "refused", code: "ACCESS_DENIED", requiredAccess };
  }
  if (codes.some((code) => code === "INTERNAL_SERVER_ERROR" || code === "TIMEOUT")) return { kind: "failed" };
  return { kind: "refused", code: "INVALID", requiredAccess: undefined };
}

/**
 * Reads the JSON body of a GraphQL answer. An answer with errors counts as refused even when it carries some data:
 * half of a person's data must never pass for all of it.
 */
export function readAnswer(body: unknown): Answer {
  const cost = costOf(body);
  const errors = errorsOf(body);
  if (errors.length > 0) return readErrors(errors, cost);
  const data = fieldOf(body, "data");
  return isFields(data) ? { kind: "data", data, cost } : { kind: "failed" };
}

/** Reads an HTTP status other than 2xx: what may pass (429, 5xx, timeouts) apart from what will not. */
export function readStatus(status: number): Answer {
  if (status === 429) return { kind: "throttled", cost: null };
  if (status === 401 || status === 404) return { kind: "refused", code: "NOT_INSTALLED", requiredAccess: undefined };
  if (status === 403) return { kind: "refused", code: "ACCESS_DENIED", requiredAccess: undefined };
  if (status === 400) return { kind: "refused", code: "INVALID", requiredAccess: undefined };
  return { kind: "failed" };
}
