import { Temporal } from "temporal-polyfill";
import { LAWS, SHOPIFY_CLOCK, type AnswerWithin, type LawId } from "../law/deadlines.ts";

/**
 * When a request must be answered: by the person's law, and never later than Shopify's 30 days. Calendar months are
 * calendar months (31 January → 28 February; Regulation 1182/71 art. 3), counted in UTC.
 */
export function deadline(receivedAt: Date, law: LawId): Date {
  const ends = [LAWS[law].within, LAWS[SHOPIFY_CLOCK].within].map((within) => endOf(receivedAt, within));
  return new Date(Math.min(...ends));
}

function endOf(receivedAt: Date, within: AnswerWithin): number {
  return Temporal.Instant.fromEpochMilliseconds(receivedAt.getTime()).toZonedDateTimeISO("UTC").add(within)
    .epochMilliseconds;
}
