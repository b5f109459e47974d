import { setTimeout as sleep } from "node:timers/promises";

interface Patience {
  /** Give up after this many milliseconds; the machine may be busy with other things. */
  within?: number;
  /** Milliseconds between two looks. */
  every?: number;
}

/** Looks again and again until `look` answers something; throws an error that says what never came. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined> | T | undefined,
  { within = 60_000, every = 200 }: Patience = {},
): Promise<T> {
  const giveUp = Date.now() + within;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > giveUp) throw new Error(`${what}: not within ${String(within / 1000)} s`);
    await sleep(every);
  }
}
