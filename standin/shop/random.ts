/** A repeatable source of chance: the same seed gives the same shop on every machine. */
export interface Chance {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from 0 up to, but not including, `below`. */
  below(below: number): number;
  /** One of the list. */
  pick<T>(list: readonly T[]): T;
  /** True in `share` of all cases; `share` is between 0 and 1. */
  happens(share: number): boolean;
}

function hash(text: string): number {
  let value = 2166136261;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 16777619);
  return value >>> 0;
}

/** Chance from a name ("seed/customer 3/order 17"). The generator is mulberry32, public domain, by Tommy Ettinger. */
export function chance(name: string): Chance {
  let state = hash(name);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: <T>(list: readonly T[]): T => {
      const chosen = list[below(list.length)];
      if (chosen === undefined) throw new Error("Nothing to pick from");
      return chosen;
    },
    happens: (share) => next() < share,
  };
}
