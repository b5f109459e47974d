import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { readFields, sendJson } from "../http/serve.ts";
import { useAccessToken } from "../tokens/issue-tokens.ts";
import { shopState, type World } from "../world.ts";
import { makeContext } from "./context.ts";
import { estimateCost } from "./estimate-cost.ts";
import { makeMeter, type Meter } from "./leaky-bucket.ts";
import { loadSchema } from "./load-schema.ts";
import { chooseOperation, readDocument } from "./read-document.ts";
import { runOperation } from "./run-operation.ts";

const MAX_COST = 1000;
const meters = new WeakMap<World, Map<string, Meter>>();

/** The points that the app has left at this shop. */
function meterOf(world: World, shop: string): Meter {
  const known = meters.get(world) ?? new Map<string, Meter>();
  meters.set(world, known);
  const meter = known.get(shop) ?? makeMeter(world.bucket, () => performance.now());
  known.set(shop, meter);
  return meter;
}

function costs(world: World, meter: Meter, requested: number, actual: number | null): object {
  return {
    requestedQueryCost: requested,
    actualQueryCost: actual,
    throttleStatus: {
      maximumAvailable: world.bucket.maximum,
      currentlyAvailable: meter.available(),
      restoreRate: world.bucket.perSecond,
    },
  };
}

function tooDear(requested: number): object {
  return {
    errors: [
      {
        message: `Query cost is ${String(requested)}, which exceeds the single query max cost limit (${String(MAX_COST)}).\n\nSee https://shopify.dev/concepts/about-apis/rate-limits for more information on how the\ncost of a query is calculated.`,
        extensions: {
          code: "MAX_COST_EXCEEDED",
          cost: requested,
          maxCost: MAX_COST,
          documentation: "https://shopify.dev/api/usage/rate-limits",
        },
      },
    ],
  };
}

const throttled = {
  message: "Throttled",
  extensions: { code: "THROTTLED", documentation: "https://shopify.dev/api/usage/rate-limits" },
};

interface Asked {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | undefined;
}

/** The body of an answer to one operation with a good token. */
export function answerOperation(
  world: World,
  token: NonNullable<ReturnType<typeof useAccessToken>>,
  asked: Asked,
): object {
  const read = readDocument(asked.query);
  if ("errors" in read) return { errors: read.errors };
  const operation = chooseOperation(read.document, asked.operationName);
  if (operation === undefined) return { errors: [{ message: "No operation with this name" }] };
  const requested = estimateCost(loadSchema().schema, operation, read.fragments, asked.variables);
  if (requested > MAX_COST) return tooDear(requested);
  const meter = meterOf(world, token.shop);
  if (!meter.take(requested))
    return { errors: [throttled], extensions: { cost: costs(world, meter, requested, null) } };
  const context = makeContext(world, token);
  const result = runOperation(read.document, context, asked.variables, asked.operationName);
  const actual = Math.min(requested, context.points);
  meter.giveBack(requested - actual);
  return { ...result, extensions: { cost: costs(world, meter, requested, actual) } };
}

/** Takes one from the failures that were ordered; the status to answer with. */
function orderedFailure(world: World): number | undefined {
  if (world.faults.apiFailures <= 0) return undefined;
  world.faults.apiFailures -= 1;
  return world.faults.apiStatus;
}

/** `POST /admin/api/<version>/graphql.json`. */
export async function answerGraphql(
  world: World,
  shop: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const fields = await readFields(request);
  if (world.faults.apiDelay > 0) await pause(world.faults.apiDelay);
  const failure = orderedFailure(world);
  if (failure !== undefined) {
    sendJson(response, { errors: "The stand-in was told to fail" }, failure);
    return;
  }
  const token = useAccessToken(world, shop, String(request.headers["x-shopify-access-token"] ?? ""));
  if (token === undefined || shopState(world, shop).installedAt === null) {
    sendJson(response, { errors: "[API] Invalid API key or access token (unrecognized login or wrong password)" }, 401);
    return;
  }
  response.setHeader("X-Shopify-API-Version", "2026-10");
  const { query, variables, operationName } = fields;
  const asked = {
    query: typeof query === "string" ? query : "",
    variables: typeof variables === "object" && variables !== null ? (variables as Record<string, unknown>) : {},
    operationName: typeof operationName === "string" ? operationName : undefined,
  };
  sendJson(response, answerOperation(world, token, asked));
}
