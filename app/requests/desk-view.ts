import type { WhyNotExtended } from "../law/clocks.ts";
import type { GroundId } from "../law/refusal-articles.ts";
import type { WaitsFor } from "../law/requests.ts";
import type { Section } from "../package/sections.ts";
import type { Decision } from "./decision.ts";

/** A ground as the page offers it. */
export interface GroundChoice {
  id: GroundId;
  effect: "refuse" | "limit" | "either";
  title: string;
  use: string;
  article: string;
  /** What the person is told. */
  words: string;
}

/** A decision as the page tells of it. */
export interface DecisionView {
  id: string;
  decision: Decision;
  /** In words; null for none. */
  ground: string | null;
  at: Date;
  until: Date | null;
  /** Null where Shopify never said who it was. */
  by: string | null;
  withheld: Section[];
  hasReason: boolean;
}

/** What staff can decide about a request now, and what they decided. */
export interface DeskView {
  waitsFor: WaitsFor | null;
  waitsUntil: Date | null;
  /** Whether anything can still be decided. */
  isRunning: boolean;
  decisions: DecisionView[];
  grounds: GroundChoice[];
  /** Until when it would be extended, or why it can't be. */
  extension: { to: Date } | { why: WhyNotExtended };
  isPaused: boolean;
  mayPause: boolean;
  confirmBy: Date | null;
  confirmedAt: Date | null;
  /** Approvals of a deletion by different people, and whether you are one of them. */
  approvals: { given: number; needed: number; isMine: boolean };
  /** The refused request that an appeal is about, and whether it was you who refused it. */
  appeal: { about: string; isOwnRefusal: boolean } | null;
  /** What the law makes the store keep after a deletion; null where no rule is known. */
  keeps: { until: string; law: string; stays: readonly string[]; goes: readonly string[] } | null;
  /** Whether the member of staff who looks may decide, and see people. */
  mayWork: boolean;
}
