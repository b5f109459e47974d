import type { StatementId } from "../statements/catalogue.ts";
import type { Made } from "../statements/find-statements.ts";
import type { Mark } from "../statements/marks.ts";
import type { Nothing } from "./empty-links.ts";
import type { Stretch } from "./leftovers.ts";
import type { Place } from "./places.ts";
import type { Seat } from "./seat.ts";

/** All that was read in a policy, and for whom. */
export interface Reading {
  /** Upper case: "DE", "US-CA". */
  regions: readonly string[];
  places: ReadonlySet<Place>;
  /** ISO 639-1, "" when unknown. */
  language: string;
  /** The regions in whose language the policy is not to be had. */
  notSpoken: readonly string[];
  seat: Seat;
  /** The policy can be written or telephoned to. */
  reachable: boolean;
  nothings: readonly Nothing[];
  leftovers: readonly Stretch[];
  /** The newest day named as that of the last change, YYYY-MM-DD, and today; undefined when unknown. */
  changed: string | undefined;
  today: string | undefined;
  made: (id: StatementId) => readonly Made[];
  marked: (mark: Mark) => readonly Made[];
  /** Whether at least one of the statements is made. */
  says: (...ids: StatementId[]) => boolean;
}

/** Why something is a gap, in plain words, and the stretch of the text that it rests on, if any. */
export interface Reason {
  why: string;
  at?: Stretch | undefined;
}

/** Something that a policy lacks or says wrongly. */
export interface Duty {
  /** A few words for lists. */
  name: string;
  /** Where it is a gap, and by which rule there. */
  law: Partial<Record<Place, string>>;
  /** The reason why it is a gap; undefined when it is none. */
  missing: (reading: Reading) => Reason | string | undefined;
}
