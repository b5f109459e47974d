/**
 * How sure a fact is, the weakest first.
 *
 * - "preset": so it is in most Shopify stores, and nobody said otherwise.
 * - "claimed": the store's policy says so; nobody confirmed it.
 * - "seen": Candor saw it itself, at Shopify or on the storefront.
 * - "confirmed": staff said so.
 */
export const FACT_STATUSES = ["preset", "claimed", "seen", "confirmed"] as const;
/** How sure a fact is. */
export type FactStatus = (typeof FACT_STATUSES)[number];

/** Who or what a fact comes from. */
export const FACT_ORIGINS = ["preset", "policy", "shopify", "storefront", "interview", "staff", "mend"] as const;
/** Who or what a fact comes from. */
export type FactOrigin = (typeof FACT_ORIGINS)[number];

/** One fact of a store's register. */
export interface Fact {
  /** Stable: the kind alone, or the kind and a key ("vendors/klaviyo"). Codes only, so that evidence may name it. */
  readonly id: string;
  readonly status: FactStatus;
  readonly origin: FactOrigin;
  /** Where exactly: the question, the sentence, the issue; "" when there is nothing to name. */
  readonly ref: string;
}

/** The parts of a fact that say how it came to be, not what is true. */
export type Provenance = Pick<Fact, "status" | "origin" | "ref">;

/** Of a fact that most stores have. */
export const PRESET: Provenance = { status: "preset", origin: "preset", ref: "" };

/** Whether a fact may take another's place: never a weaker one a stronger one's. */
export function mayReplace(fact: Provenance, standing: Provenance): boolean {
  return FACT_STATUSES.indexOf(fact.status) >= FACT_STATUSES.indexOf(standing.status);
}
