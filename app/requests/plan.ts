import type { RequestKind, RequestSource, System } from "../law/requests.ts";

/** What the plan of a request depends on. */
export interface PlanFacts {
  kind: RequestKind;
  source: RequestSource;
  /** Whether Shopify can be asked. */
  isInstalled: boolean;
  /** Ids of the processors that have a part in requests of this kind. */
  processors: readonly string[];
}

/**
 * Which systems have a part in a request. An erasure that Shopify asks for happens there already. An appeal is decided
 * by people alone.
 */
export function plan({ kind, source, isInstalled, processors }: PlanFacts): System[] {
  if (kind === "appeal") return ["candor"];
  const isShopifysOwn = kind === "delete" && source === "shopify";
  const shopify: System[] = isInstalled && !isShopifysOwn ? ["shopify"] : [];
  return ["candor", ...shopify, ...processors.map((id): System => `processor:${id}`)];
}

/**
 * Whether Candor's own part waits for the others: it would erase by whom they know the person. When Shopify says that a
 * person is erased there, Candor erases at once; the rest still gets their part.
 */
export function isCandorLast({ kind, source }: Pick<PlanFacts, "kind" | "source">): boolean {
  return kind === "delete" && source !== "shopify";
}
