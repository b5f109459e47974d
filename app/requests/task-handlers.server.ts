import type { RequestKind } from "../law/requests.ts";
import { collectFromShopify } from "./collect-from-shopify.server.ts";
import { collectOwn } from "./collect-own.server.ts";
import { correctAtShopify, correctOwn } from "./correct-person.server.ts";
import { eraseAtShopify } from "./erase-at-shopify.server.ts";
import { erasePerson } from "./erase-person.server.ts";
import { processorOf } from "../processors/processor.ts";
import { runProcessor } from "./run-processor.server.ts";
import { limitAtShopify } from "./limit-at-shopify.server.ts";
import type { Keepers } from "./run-task.server.ts";
import type { RunningTask, TaskResult } from "./running-task.ts";
import { withdrawOwn } from "./withdraw-own.server.ts";

/**
 * Does one system's part of a request as far as it goes now. May be called again after a crash at any moment, and must
 * then change nothing that is so already.
 */
export type TaskHandler = (shop: string, task: RunningTask, keepers: Keepers) => Promise<TaskResult>;

type Handlers = Readonly<Partial<Record<RequestKind, TaskHandler>>>;

const CANDOR: Handlers = {
  ...{ access: collectOwn, portability: collectOwn, correct: correctOwn, delete: erasePerson },
  ...{ restrict: withdrawOwn, object: withdrawOwn, "opt-out-of-sale": withdrawOwn, "withdraw-consent": withdrawOwn },
  // Candor keeps no sensitive data of anybody
  "limit-sensitive": () => Promise.resolve({ status: "done", result: "nothing-held" }),
  appeal: () =>
    Promise.resolve({ status: "by-hand", result: null, cause: "A member of your staff decides about the appeal." }),
};
const SHOPIFY: Handlers = {
  ...{ access: collectFromShopify, portability: collectFromShopify, correct: correctAtShopify, delete: eraseAtShopify },
  ...{ restrict: limitAtShopify, object: limitAtShopify, "opt-out-of-sale": limitAtShopify },
  ...{ "limit-sensitive": limitAtShopify, "withdraw-consent": limitAtShopify },
};

/** Who does a task. */
export function handlerOf({ kind, system }: RunningTask): TaskHandler {
  if (processorOf(system) !== undefined) return runProcessor;
  const handler = (system === "shopify" ? SHOPIFY : CANDOR)[kind];
  if (!handler) throw new Error(`nobody does ${kind} at ${system}`);
  return handler;
}
