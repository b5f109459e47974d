import type { TellReason } from "./why-tell.ts";

/** How far the mails about a new policy are: staff must decide; they are being written; over. */
export type AnnouncementState = "due" | "running" | "done" | "otherwise";

/** Mails to customers about a version of the policy. */
export interface Announcement {
  number: number;
  why: TellReason;
  state: AnnouncementState;
  /** Mails that were written so far. */
  told: number;
}
