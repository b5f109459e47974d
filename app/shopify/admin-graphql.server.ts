import { setTimeout as sleep } from "node:timers/promises";
import { GraphqlQueryError, HttpResponseError } from "@shopify/shopify-api";
import { SessionNotFoundError } from "@shopify/shopify-app-remix/server";
import { shopify } from "./app.server.ts";
import type { Operation } from "./operations/operation.ts";
import { readAnswer, readStatus } from "./read-answer.ts";
import type { Answer } from "./read-answer.ts";
import { ShopifyRefused } from "./shopify-refused.ts";
import { bucketAfter, pauseAfterFailure, waitBeforeCall } from "./throttle.ts";
import type { Bucket } from "./throttle.ts";

/** Sends one GraphQL document to one store and gives the HTTP answer, as Shopify's client library does. */
export type GraphqlClient = (
  document: string,
  options: { readonly variables: Record<string, unknown> },
) => Promise<Response>;

/** Carries out an operation in one store, within its rate limit. Throws `ShopifyRefused`. */
export type AdminGraphql = <Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
) => Promise<Data>;

/** Waiting and chance, so that a test can do without them. */
export interface Pace {
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  readonly random: () => number;
}

const REAL_PACE: Pace = { now: Date.now, sleep, random: Math.random };
const MOST_FAILURES = 5;
const MOST_THROTTLES = 20;

async function answerOf(thrown: unknown): Promise<Answer> {
  if (thrown instanceof GraphqlQueryError) return readAnswer(thrown.body);
  if (thrown instanceof HttpResponseError) return readStatus((thrown.response as { readonly code: number }).code);
  if (thrown instanceof Response) {
    await thrown.body?.cancel();
    return readStatus(thrown.status);
  }
  if (thrown instanceof SessionNotFoundError) {
    return { kind: "refused", code: "NOT_INSTALLED", requiredAccess: undefined };
  }
  return { kind: "failed" };
}

async function call(client: GraphqlClient, document: string, variables: object): Promise<Answer> {
  try {
    const response = await client(document, { variables: { ...variables } });
    if (response.ok) return readAnswer(await response.json());
    return await answerOf(response);
  } catch (error) {
    return answerOf(error);
  }
}

/** Calls of one operation with one page size cost the same. */
function sizeOf(name: string, variables: object): string {
  return "first" in variables ? `${name} ${String(variables.first)}` : name;
}

/**
 * Makes a store's GraphQL client keep to the rate limit: waits until a call is affordable, comes back after THROTTLED,
 * 429, 5xx and network failures, and turns everything else into `ShopifyRefused`.
 */
export function adminGraphqlOver(client: GraphqlClient, pace: Pace = REAL_PACE): AdminGraphql {
  let bucket: Bucket | null = null;
  const costs = new Map<string, number>();

  function remember(key: string, answer: Answer): void {
    if (!("cost" in answer) || answer.cost === null) return;
    bucket = bucketAfter(answer.cost, pace.now());
    costs.set(key, answer.cost.requestedQueryCost);
  }

  return async <Data, Variables>(operation: Operation<Data, Variables>, variables: Variables): Promise<Data> => {
    const known = variables as object;
    const key = sizeOf(operation.name, known);
    let failures = 0;
    let throttles = 0;
    for (;;) {
      await pace.sleep(waitBeforeCall(bucket, costs.get(key) ?? 0, pace.now()));
      const answer = await call(client, operation.document, known);
      remember(key, answer);
      switch (answer.kind) {
        case "data":
          return answer.data as Data;
        case "refused":
          throw new ShopifyRefused(answer.code, operation.name, answer.requiredAccess);
        case "throttled":
          throttles += 1;
          if (throttles >= MOST_THROTTLES) throw new ShopifyRefused("THROTTLED", operation.name);
          await pace.sleep(pauseAfterFailure(answer.cost === null ? throttles : 1, pace.random()));
          break;
        case "failed":
          failures += 1;
          if (failures >= MOST_FAILURES) throw new ShopifyRefused("UNREACHABLE", operation.name);
          await pace.sleep(pauseAfterFailure(failures, pace.random()));
          break;
      }
    }
  };
}

/**
 * The Admin API of a store with its offline token, also when nobody is signed in. Throws `ShopifyRefused`:
 * NOT_INSTALLED without a valid token, UNREACHABLE when the token could not be refreshed.
 */
export async function adminFor(shop: string): Promise<AdminGraphql> {
  try {
    const { admin } = await shopify().unauthenticated.admin(shop);
    return adminGraphqlOver((document, options) => admin.graphql(document, options));
  } catch (error) {
    const answer = await answerOf(error);
    const code = answer.kind === "refused" ? answer.code : "UNREACHABLE";
    throw new ShopifyRefused(code, "Installation");
  }
}
