/** The stand-in's own time, in milliseconds: runs like real time and can be put forward, never back. */
export interface Clock {
  now(): number;
  advance(milliseconds: number): void;
  /** How far ahead of real time it is. */
  ahead(): number;
}

/** A clock that starts `ahead` milliseconds in front of real time. */
export function makeClock(ahead = 0): Clock {
  let offset = ahead;
  return {
    now: () => Date.now() + offset,
    advance: (milliseconds) => {
      if (milliseconds < 0) throw new RangeError("Time goes forward");
      offset += milliseconds;
    },
    ahead: () => offset,
  };
}
