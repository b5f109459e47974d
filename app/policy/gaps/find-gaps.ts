import { CONTENT_DUTIES } from "./content-duties.ts";
import type { Duty, Reading } from "./gap.ts";
import type { Stretch } from "./leftovers.ts";
import { NOTICE_DUTIES } from "./notice-duties.ts";
import type { Place } from "./places.ts";
import { US_DUTIES } from "./us-duties.ts";

const DUTIES = { ...NOTICE_DUTIES, ...US_DUTIES, ...CONTENT_DUTIES } as const satisfies Record<string, Duty>;

/** The id of a gap. */
export type GapId = keyof typeof DUTIES;

/** Every kind of gap by number. */
export const GAP_DUTIES: readonly (readonly [GapId, Duty])[] = (Object.entries(DUTIES) as [GapId, Duty][]).sort(
  ([one], [other]) => Number(one.slice(1)) - Number(other.slice(1)),
);

/** A gap of one policy. */
export interface FoundGap {
  id: GapId;
  why: string;
  law: string;
  at: Stretch | undefined;
}

/** What a policy lacks or says wrongly in the places it is read for. */
export function gapsIn(reading: Reading): FoundGap[] {
  return GAP_DUTIES.flatMap(([id, duty]) => {
    const laws = (Object.entries(duty.law) as [Place, string][]).filter(([place]) => reading.places.has(place));
    const reason = laws.length === 0 ? undefined : duty.missing(reading);
    if (reason === undefined) return [];
    const { why, at } = typeof reason === "string" ? { why: reason, at: undefined } : reason;
    return [{ id, why, law: laws.map(([, citation]) => citation).join("; "), at }];
  });
}
