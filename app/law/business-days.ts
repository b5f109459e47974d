import type { Temporal } from "temporal-polyfill";
import type { HolidayCalendar } from "./answer-times.ts";

/** The public holidays of a year: days ("YYYY-MM-DD"). From a library: see `holidays.server.ts`. */
export type Holidays = (calendar: HolidayCalendar, year: number) => ReadonlySet<string>;

const SATURDAY = 6;
const DECEMBER = 12;
const CHRISTMAS = 25;
const LAST_SUMMER_DAY = 15;

/**
 * Whether a day counts as a business (working) day. In New Zealand no day from 25 December to 15 January does
 * (Privacy Act 2020 s. 7); in California every Monday to Friday that is no public holiday.
 */
export function isBusinessDay(day: Temporal.PlainDate, calendar: HolidayCalendar, holidays: Holidays): boolean {
  if (day.dayOfWeek >= SATURDAY) return false;
  if (calendar === "NZ" && isInSummerBreak(day)) return false;
  return !holidays(calendar, day.year).has(day.toString());
}

function isInSummerBreak({ month, day }: Temporal.PlainDate): boolean {
  return (month === DECEMBER && day >= CHRISTMAS) || (month === 1 && day <= LAST_SUMMER_DAY);
}

/** The `count`th business day after a day; the day itself does not count. `count` is at least 1. */
export function addBusinessDays(
  from: Temporal.PlainDate,
  { businessDays, calendar }: { businessDays: number; calendar: HolidayCalendar },
  holidays: Holidays,
): Temporal.PlainDate {
  let day = from;
  for (let left = businessDays; left > 0;) {
    day = day.add({ days: 1 });
    if (isBusinessDay(day, calendar, holidays)) left -= 1;
  }
  return day;
}
