import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { availableAt, bucketAfter, pauseAfterFailure, waitBeforeCall } from "./throttle.ts";
import type { Bucket } from "./throttle.ts";

const buckets: fc.Arbitrary<Bucket> = fc
  .record({
    maximum: fc.integer({ min: 100, max: 40_000 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    restoreRate: fc.integer({ min: 1, max: 2_000 }),
    at: fc.integer({ min: 0, max: 2 ** 41 }),
  })
  .map(({ maximum, share, restoreRate, at }) => ({ available: maximum * share, maximum, restoreRate, at }));
const costs = fc.integer({ min: 0, max: 1_000 });
const elapsed = fc.integer({ min: 0, max: 120_000 });

describe("waiting for the rate limit", () => {
  it("makes a call affordable, or the bucket full, and never waits longer than needed", () => {
    fc.assert(
      fc.property(buckets, costs, elapsed, (bucket, cost, passed) => {
        const now = bucket.at + passed;
        const wait = waitBeforeCall(bucket, cost, now);
        const reachable = Math.min(cost, bucket.maximum);
        expect(Number.isInteger(wait) && wait >= 0).toBe(true);
        expect(availableAt(bucket, now + wait)).toBeGreaterThanOrEqual(reachable - 1e-6);
        if (wait > 1) expect(availableAt(bucket, now + wait - 2)).toBeLessThan(reachable);
      }),
    );
  });

  it("is never shorter for a dearer call or an emptier bucket", () => {
    fc.assert(
      fc.property(buckets, costs, costs, elapsed, (bucket, one, other, passed) => {
        const now = bucket.at + passed;
        const [cheap, dear] = [Math.min(one, other), Math.max(one, other)];
        expect(waitBeforeCall(bucket, dear, now)).toBeGreaterThanOrEqual(waitBeforeCall(bucket, cheap, now));
        const emptier = { ...bucket, available: bucket.available / 2 };
        expect(waitBeforeCall(emptier, dear, now)).toBeGreaterThanOrEqual(waitBeforeCall(bucket, dear, now));
      }),
    );
  });

  it("does not wait before anything is known", () => {
    expect(waitBeforeCall(null, 1_000, 0)).toBe(0);
  });

  it("reads the bucket from Shopify's answer, and survives a restore rate of 0", () => {
    const throttleStatus = { maximumAvailable: 2000, currentlyAvailable: 12, restoreRate: 0 };
    const bucket = bucketAfter({ requestedQueryCost: 5, throttleStatus }, 1_000);
    expect(bucket).toMatchObject({ available: 12, maximum: 2000, at: 1_000 });
    expect(waitBeforeCall(bucket, 112, 1_000)).toBe(2_000);
  });
});

describe("pausing after a failure", () => {
  it("grows with each try, stays under eight seconds, and never vanishes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), (tries, spread) => {
        const pause = pauseAfterFailure(tries, spread);
        expect(pause).toBeGreaterThanOrEqual(250);
        expect(pause).toBeLessThanOrEqual(8_000);
        expect(pauseAfterFailure(tries + 1, spread)).toBeGreaterThanOrEqual(pause);
      }),
    );
  });
});
