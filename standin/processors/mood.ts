import type { ServerResponse } from "node:http";

/** The ways in which a processor's server can behave. */
export const MOODS = ["well", "failing", "hanging", "lying", "gone", "limited", "malformed", "slow", "locked"] as const;

/**
 * - well: as documented. failing: HTTP 500. hanging: takes the call, never answers. gone: HTTP 410 for good.
 * - lying: says that it did it, and does nothing. slow: does it only after a while (asynchronously).
 * - limited: 429 with Retry-After. malformed: an answer that is none. locked: the credentials are not accepted.
 */
export type MoodName = (typeof MOODS)[number];

/** How a processor's server behaves now. */
export interface Mood {
  name: MoodName;
  /** Calls for which it lasts; absent: until it is changed. */
  calls?: number;
}

export const isMood = (text: string): text is MoodName => (MOODS as readonly string[]).includes(text);

/** Uses up one call of the mood; answers what holds for this one. */
export function takeMood(mood: Mood): MoodName {
  if (mood.calls === undefined) return mood.name;
  if (mood.calls <= 0) {
    mood.name = "well";
    delete mood.calls;
    return "well";
  }
  mood.calls -= 1;
  return mood.name;
}

/** Seconds in `Retry-After`. */
export const RETRY_AFTER = 30;

/** Answers a call as the mood wants; false when it should be answered in the ordinary way. */
export function answerMood(name: MoodName, response: ServerResponse): boolean {
  switch (name) {
    case "failing":
      response.writeHead(500, { "Content-Type": "text/plain" }).end("Internal Server Error");
      return true;
    case "hanging":
      return true;
    case "gone":
      response.writeHead(410).end();
      return true;
    case "limited":
      response.writeHead(429, { "Retry-After": String(RETRY_AFTER) }).end();
      return true;
    case "malformed":
      response.writeHead(200, { "Content-Type": "application/json" }).end('{"data": [{"type": "prof');
      return true;
    case "well":
    case "lying":
    case "slow":
    case "locked":
      return false;
  }
}
