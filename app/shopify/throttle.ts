/** What Shopify says about the cost of a call. Source: https://shopify.dev/docs/apps/build/apis/graphql-admin/rate-limits */
export interface QueryCost {
  readonly requestedQueryCost: number;
  readonly throttleStatus: {
    readonly maximumAvailable: number;
    readonly currentlyAvailable: number;
    /** Points per second. */
    readonly restoreRate: number;
  };
}

/** What was in the leaky bucket at a moment (`at`, milliseconds). */
export interface Bucket {
  readonly available: number;
  readonly maximum: number;
  /** Points per second, above 0. */
  readonly restoreRate: number;
  readonly at: number;
}

const UNKNOWN_RESTORE_RATE = 50;

/** The bucket as an answer that arrived at `now` describes it. */
export function bucketAfter(cost: QueryCost, now: number): Bucket {
  const { maximumAvailable, currentlyAvailable, restoreRate } = cost.throttleStatus;
  return {
    available: currentlyAvailable,
    maximum: maximumAvailable,
    restoreRate: restoreRate > 0 ? restoreRate : UNKNOWN_RESTORE_RATE,
    at: now,
  };
}

/** Points in the bucket at `now`, milliseconds; a clock that went backwards counts as standing still. */
export function availableAt(bucket: Bucket, now: number): number {
  const restored = (Math.max(0, now - bucket.at) / 1000) * bucket.restoreRate;
  return Math.min(bucket.maximum, bucket.available + restored);
}

/**
 * Whole milliseconds to wait at `now` until a call of `cost` points is affordable; 0 when it is, or when no bucket is
 * known yet. A call dearer than a full bucket waits for the full bucket: Shopify then refuses it by its own rule.
 */
export function waitBeforeCall(bucket: Bucket | null, cost: number, now: number): number {
  if (bucket === null) return 0;
  const missing = Math.min(cost, bucket.maximum) - availableAt(bucket, now);
  return missing <= 0 ? 0 : Math.ceil((missing / bucket.restoreRate) * 1000);
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;

/**
 * Milliseconds to pause after a failed try: doubled each time, at most 8 s, of which half is spread by `spread`
 * (0 to 1), so that many callers do not come back at once. `tries` is the number of tries so far, from 1.
 */
export function pauseAfterFailure(tries: number, spread: number): number {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1));
  return Math.round(longest / 2 + (longest / 2) * spread);
}
