import type { HolidayCalendar } from "./answer-times.ts";
import type { Holidays } from "./business-days.ts";
import { calendarsOf } from "./clocks.ts";
import type { LawId } from "./laws.ts";

const none: ReadonlySet<string> = new Set();
const kept = new Map<string, ReadonlySet<string>>();

/**
 * The public holidays that a law's business days go around. The library takes most of a second to load: only the laws
 * that count business days wait for it, once.
 */
export async function holidaysFor(law: LawId): Promise<Holidays> {
  const calendars = calendarsOf(law);
  if (calendars.length === 0) return () => none;
  const { default: Calendar } = await import("date-holidays");
  return (id, year) => {
    const key = `${id} ${String(year)}`;
    const days = kept.get(key) ?? publicDays(new Calendar(placeOf(id)).getHolidays(year));
    kept.set(key, days);
    return days;
  };
}

function placeOf(calendar: HolidayCalendar): { country: string; state?: string } {
  const [country = "", state] = calendar.split("-");
  return state === undefined ? { country } : { country, state };
}

function publicDays(holidays: readonly { type: string; date: string }[]): ReadonlySet<string> {
  return new Set(
    holidays.filter(({ type }) => type === "public").map(({ date }) => date.slice(0, "YYYY-MM-DD".length)),
  );
}
