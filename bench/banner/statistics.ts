/** The value below which this share (0 to 1) of the values lies; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? NaN;
  const high = sorted[Math.ceil(at)] ?? NaN;
  return low + (high - low) * (at - Math.floor(at));
}

/** The middle value; NaN of none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** A stream of numbers from 0 to 1 that is the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The items in an order of chance. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** Two ends. */
export type Interval = readonly [low: number, high: number];

/**
 * Where `figure` of the two groups lies with 90 % confidence: the figure of 1,000 draws from each (bootstrap). So a
 * result that another run could turn round can be told from one that stands.
 */
export function likelyRange(
  ours: readonly number[],
  theirs: readonly number[],
  figure: (ours: number, theirs: number) => number,
): Interval {
  const random = randomFrom(7);
  const draw = (values: readonly number[]) =>
    median(values.map(() => values[Math.floor(random() * values.length)] ?? NaN));
  const figures = Array.from({ length: 1000 }, () => figure(draw(ours), theirs.length === 0 ? 0 : draw(theirs)));
  return [quantile(figures, 0.05), quantile(figures, 0.95)];
}
