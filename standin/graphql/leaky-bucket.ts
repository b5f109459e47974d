import type { Bucket } from "../world.ts";

/** Points one app may spend on one shop. Time is real: clients wait for real seconds. */
export interface Meter {
  /** True, and the points are gone, when they were there. */
  take(points: number): boolean;
  giveBack(points: number): void;
  available(): number;
}

/**
 * Shopify's leaky bucket. The numbers of the Standard plan: 100 points a second
 * (https://shopify.dev/docs/api/usage/limits); recorded answers of such shops show a bucket of 2,000.
 */
export function makeMeter(bucket: Bucket, now: () => number): Meter {
  let level = bucket.maximum;
  let at = now();
  const refill = (): void => {
    const time = now();
    level = Math.min(bucket.maximum, level + ((time - at) / 1000) * bucket.perSecond);
    at = time;
  };
  return {
    take: (points) => {
      refill();
      if (points > level) return false;
      level -= points;
      return true;
    },
    giveBack: (points) => {
      level = Math.min(bucket.maximum, level + points);
    },
    available: () => {
      refill();
      return Math.floor(level);
    },
  };
}
