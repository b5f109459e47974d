/** When staff are reminded of a request: half and four fifths of its time gone, a day before its end, and after it. */
export const REMINDERS = ["half", "most", "last-day", "overdue"] as const;
/** One reminder. */
export type Reminder = (typeof REMINDERS)[number];

const DAY_MS = 86_400_000;
const HALF = 0.5;
const MOST = 0.8;

/** The moments of a clock's reminders, in their order. A clock of less than two days has its last day at its start. */
export function reminderTimes(startsAt: Date, due: Date): Readonly<Record<Reminder, Date>> {
  const [start, end] = [startsAt.getTime(), due.getTime()];
  const at = (share: number) => new Date(start + (end - start) * share);
  return { half: at(HALF), most: at(MOST), "last-day": new Date(Math.max(start, end - DAY_MS)), overdue: due };
}

interface Running {
  readonly startsAt: Date;
  readonly due: Date;
}

/** The reminder that staff should have now: the most urgent whose moment has come; null when there is none. */
export function reminderDue({ startsAt, due }: Running, now: Date): Reminder | null {
  const times = reminderTimes(startsAt, due);
  const come = REMINDERS.filter((name) => times[name] <= now);
  return come.reduce<Reminder | null>((latest, name) => (latest && times[latest] > times[name] ? latest : name), null);
}

/** When the next reminder comes after a moment; null after the last. */
export function nextReminder({ startsAt, due }: Running, after: Date): Date | null {
  const times = Object.values(reminderTimes(startsAt, due)).filter((at) => at > after);
  return times.length === 0 ? null : new Date(Math.min(...times.map(Number)));
}
