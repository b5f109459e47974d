import { Temporal } from "temporal-polyfill";
import { ANSWER_TIMES, type AnswerTimes, type HolidayCalendar, type Span } from "./answer-times.ts";
import { addBusinessDays, type Holidays } from "./business-days.ts";
import { LAWS, lawsWithin, SHOPIFY_CLOCK, type LawId } from "./laws.ts";
import type { RequestKind } from "./requests.ts";

/** What the clock of a request depends on. */
export interface ClockFacts {
  readonly law: LawId;
  readonly kind: RequestKind;
  /** It came as a compliance webhook of Shopify: Shopify's 30 days hold too, whatever the law gives. */
  readonly isFromShopify: boolean;
  readonly receivedAt: Date;
  /** When the identity was proven; null while it is not, and the clock of a law that waits for it counts from receipt. */
  readonly identityProvenAt: Date | null;
  /** When a fee that the law allows was paid; absent where none was asked. */
  readonly feePaidAt?: Date;
  /** Since when the person is asked what exactly they mean; null while they are not. */
  readonly pausedAt: Date | null;
  /** For how long the clock stood still before that, in ms. */
  readonly pausedMs: number;
  /** When the person was told of the extension; null without one. */
  readonly extendedAt: Date | null;
  /** The store's own IANA time zone. */
  readonly zone: string;
  /** Countries that the store sells to (ISO 3166-1); empty where they are not known. */
  readonly sellsTo: readonly string[];
}

/** Why a clock cannot be extended. */
export const WHY_NOT_EXTENDED = ["extended-before", "too-late", "law-allows-none", "shopify-allows-none"] as const;
/** Why a clock cannot be extended. */
export type WhyNotExtended = (typeof WHY_NOT_EXTENDED)[number];

/** Where a request's clock stands. All moments are the strictest of the laws that may apply. */
export interface Clock {
  /** The law whose time ends first. */
  readonly law: LawId;
  readonly startsAt: Date;
  /** When the answer must be there. While the clock stands still: as if it went on at this moment. */
  readonly due: Date;
  /** When the first period ends: until then an extension must be told. */
  readonly firstDue: Date;
  /** Until when the person must be told that their request arrived, if not answered before; null where no law says. */
  readonly confirmBy: Date | null;
  readonly isPaused: boolean;
  readonly mayPause: boolean;
  /** The end of an extension granted now, or why there can be none. */
  readonly extension: { readonly to: Date } | { readonly why: WhyNotExtended };
}

/**
 * The clock of a request. Days begin and end where the law is in force and where the store is, and the earlier end
 * counts; within a day the hour of receipt counts, so that Candor's clock never ends after the law's, which lasts until
 * the end of the last day (Regulation 1182/71 art. 3). A last day that falls on a holiday moves nothing: the law would
 * give more, nobody has to use it. Summer time changes no hour of the day. decisions/010.
 */
export function clockOf(facts: ClockFacts, holidays: Holidays, now: Date): Clock {
  const end = endIn(facts.zone, holidays);
  const each = lawsOf(facts).map((law) => clockUnder(law, facts, { end, now }));
  const first = each.reduce((one, other) => (other.due < one.due ? other : one));
  const confirmBy = each.map((clock) => clock.confirmBy).filter((by) => by !== null);
  const longer = each.map(({ extendedTo, due }) => extendedTo ?? due);
  const extendedTo = earliest(longer);
  return {
    ...{ law: first.law, startsAt: first.startsAt, due: first.due },
    firstDue: earliest(each.map((clock) => clock.firstDue)),
    confirmBy: confirmBy.length === 0 ? null : earliest([...confirmBy, first.due]),
    isPaused: facts.pausedAt !== null,
    mayPause: each.every((clock) => clock.mayPause),
    extension: extensionOf(facts, { extendedTo, first, now }),
  };
}

function extensionOf(
  facts: ClockFacts,
  { extendedTo, first, now }: { extendedTo: Date; first: LawClock; now: Date },
): Clock["extension"] {
  if (facts.extendedAt !== null) return { why: "extended-before" };
  if (extendedTo <= first.due) return { why: first.law === SHOPIFY_CLOCK ? "shopify-allows-none" : "law-allows-none" };
  return now > first.firstDue ? { why: "too-late" } : { to: extendedTo };
}

/** The laws that a request may be under, Shopify's rule among them where it came from Shopify. */
function lawsOf({ law, isFromShopify, sellsTo }: ClockFacts): SingleLaw[] {
  const laws = lawsWithin(law, sellsTo) as readonly SingleLaw[];
  return isFromShopify && !laws.includes(SHOPIFY_CLOCK) ? [SHOPIFY_CLOCK, ...laws] : [...laws];
}

type SingleLaw = keyof typeof ANSWER_TIMES;

interface LawClock extends Pick<Clock, "startsAt" | "due" | "firstDue" | "confirmBy" | "mayPause"> {
  law: SingleLaw;
  /** The end of an extension; null where the law gives none. */
  extendedTo: Date | null;
}

/** The clock under one law. */
function clockUnder(law: SingleLaw, facts: ClockFacts, { end, now }: { end: End; now: Date }): LawClock {
  const times = ANSWER_TIMES[law];
  const { kind, receivedAt } = facts;
  const startsAt = times.starts === "when-ready" ? whenReady(facts) : receivedAt;
  const { zone } = LAWS[law];
  const first = times.kinds?.[kind] ?? times.within;
  const mayPause = times.pausesForClarification === true;
  const paused = mayPause ? pausedMs(facts, now) : 0;
  const firstDue = later(end(zone, startsAt, first), paused);
  const longer = forKind(times.extension, kind);
  const extendedTo = longer && later(end(zone, startsAt, first, longer.by), paused);
  const confirm = forKind(times.confirm, kind);
  return {
    ...{ law, startsAt, firstDue, extendedTo, mayPause },
    due: facts.extendedAt === null ? firstDue : (extendedTo ?? firstDue),
    confirmBy: confirm && end(zone, receivedAt, confirm.within),
  };
}

/** A rule of a law, if it holds for a kind of request. */
function forKind<T extends { readonly kinds: readonly RequestKind[] }>(rule: T | undefined, kind: RequestKind) {
  return rule?.kinds.includes(kind) === true ? rule : null;
}

/** The latest of receipt, proof of identity and fee (UK GDPR art. 12A). */
function whenReady({ receivedAt, identityProvenAt, feePaidAt }: ClockFacts): Date {
  const moments = [receivedAt, identityProvenAt ?? receivedAt, feePaidAt ?? receivedAt];
  return new Date(Math.max(...moments.map(Number)));
}

/** The end of some lengths of time, one after the other, in a law's zone or in the store's, whichever comes first. */
type End = (zone: string, from: Date, ...spans: Span[]) => Date;

/** Many laws give the same times: each end is reckoned once. */
function endIn(storeZone: string, holidays: Holidays): End {
  const known = new Map<string, Date>();
  const once = (zone: string, from: Date, spans: readonly Span[]) => {
    const key = JSON.stringify([zone, from, spans]);
    const end = known.get(key) ?? endOf(from, spans, { zone, holidays });
    known.set(key, end);
    return end;
  };
  return (zone, from, ...spans) => earliest([zone, storeZone].map((each) => once(each, from, spans)));
}

/** The same hour of the day on the day that some lengths of time, one after the other, lead to. */
function endOf(from: Date, spans: readonly Span[], { zone, holidays }: { zone: string; holidays: Holidays }): Date {
  const start = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone);
  const last = spans.reduce((day, span) => dayAfter(day, span, holidays), start.toPlainDate());
  const end = last.toZonedDateTime({ timeZone: zone, plainTime: start.toPlainTime() });
  return new Date(end.epochMilliseconds);
}

function dayAfter(day: Temporal.PlainDate, span: Span, holidays: Holidays): Temporal.PlainDate {
  return "businessDays" in span ? addBusinessDays(day, span, holidays) : day.add(span);
}

/** For how long a clock stood still until now, in ms. */
function pausedMs({ pausedAt, pausedMs: before }: ClockFacts, now: Date): number {
  return before + (pausedAt === null ? 0 : Math.max(0, now.getTime() - pausedAt.getTime()));
}

const later = (moment: Date, ms: number) => new Date(moment.getTime() + ms);
const earliest = (moments: readonly Date[]) => new Date(Math.min(...moments.map(Number)));

/**
 * Which calendars of holidays a clock under a law looks at. None where the law is one of several: business days without
 * holidays end sooner, and the strictest law counts.
 */
export function calendarsOf(law: LawId): readonly HolidayCalendar[] {
  const [only, ...others] = lawsWithin(law) as readonly SingleLaw[];
  if (only === undefined || others.length > 0) return [];
  const { within, kinds, confirm, extension }: AnswerTimes = ANSWER_TIMES[only];
  const spans = [within, ...Object.values(kinds ?? {}), confirm?.within, extension?.by];
  return [...new Set(spans.flatMap((span) => (span && "businessDays" in span ? [span.calendar] : [])))];
}
