import { addMonths } from "./choice.ts";

/** A time some calendar months earlier, in UTC; a day that the month lacks becomes its last. */
export function monthsBefore(time: Date, months: number): Date {
  return new Date(addMonths(time.getTime(), -months));
}
