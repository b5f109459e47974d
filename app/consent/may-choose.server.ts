import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/**
 * Choices that one address may send to one shop in a minute. A carrier puts thousands of people behind one address, and
 * what is refused comes again, so this stops floods and nothing else.
 */
const MOST_IN_A_MINUTE = 600;

const limiter = new RateLimiterMemory({ points: MOST_IN_A_MINUTE, duration: 60 });

/** Whether an address may send this many choices now. Addresses are counted in memory, for a minute, and never kept. */
export async function mayChoose(shop: string, ip: string | undefined, count: number): Promise<boolean> {
  try {
    await limiter.consume(`${shop} ${ip ?? ""}`, count);
    return true;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false;
    throw refusal;
  }
}
