const WEEK_MS = 7 * 86_400_000;
/** The first mail and two reminders. */
const MOST_MAILS = 3;

/** What to do about a processor that is asked by mail: which mail should have gone by now, and when to look again. */
export type EmailCourse = { kind: "mail"; number: number; checkAt: Date } | { kind: "silent" };

/**
 * The course of asking by mail: at once, then a reminder a week, two at most. When the request's deadline is over, and a
 * week since the first mail, the processor counts as silent, and a person must take over.
 */
export function emailCourse({ askedAt, now, dueAt }: { askedAt: Date; now: Date; dueAt: Date }): EmailCourse {
  const first = askedAt.getTime();
  const silentAt = Math.max(dueAt.getTime(), first + WEEK_MS);
  if (now.getTime() >= silentAt) return { kind: "silent" };
  const number = Math.min(Math.floor((now.getTime() - first) / WEEK_MS), MOST_MAILS - 1);
  const next = number < MOST_MAILS - 1 ? first + (number + 1) * WEEK_MS : silentAt;
  return { kind: "mail", number, checkAt: new Date(Math.min(next, silentAt)) };
}
