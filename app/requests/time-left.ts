const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** From this many days before its deadline on, a request is due soon. */
export const SOON_DAYS = 7;

/** How much time a request has left. */
export interface TimeLeft {
  /** For people: "12 days left", "5 hours left", "2 days overdue". */
  words: string;
  urgency: "overdue" | "soon" | "calm";
}

/** How much time is left until a deadline. Whole days are rounded down, so that nobody counts on time they don't have. */
export function timeLeft(deadline: Date, now: Date): TimeLeft {
  const left = deadline.getTime() - now.getTime();
  if (left < 0) return { words: `${span(-left)} overdue`, urgency: "overdue" };
  return { words: `${span(left)} left`, urgency: left <= SOON_DAYS * DAY_MS ? "soon" : "calm" };
}

function span(ms: number): string {
  const [count, unit] = ms >= DAY_MS ? [Math.floor(ms / DAY_MS), "day"] : [Math.floor(ms / HOUR_MS), "hour"];
  if (count === 0) return "less than an hour";
  return `${String(count)} ${unit}${count === 1 ? "" : "s"}`;
}
