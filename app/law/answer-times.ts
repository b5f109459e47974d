import { SHOPIFY_CLOCK, type LawId } from "./laws.ts";
import type { RequestKind } from "./requests.ts";

/** Where business days are counted: the part or country whose public holidays are none. */
export const HOLIDAY_CALENDARS = ["US-CA", "NZ"] as const;
/** One calendar of public holidays. */
export type HolidayCalendar = (typeof HOLIDAY_CALENDARS)[number];

/** A length of time as laws give it. Calendar months are calendar months. */
export type Span =
  | { readonly months: number }
  | { readonly days: number }
  | { readonly businessDays: number; readonly calendar: HolidayCalendar };

/** How much time a law gives. */
export interface AnswerTimes {
  /** From the start to the answer. */
  readonly within: Span;
  /** Kinds for which it gives another time. */
  readonly kinds?: Readonly<Partial<Record<RequestKind, Span>>>;
  /** From receipt until the person is told that the request arrived. */
  readonly confirm?: { readonly within: Span; readonly kinds: readonly RequestKind[] };
  /** When the time starts: on receipt, or once the identity is proven and a fee, if one may be asked, is paid. */
  readonly starts: "on-receipt" | "when-ready";
  /** Whether time stands still while the person is asked what exactly they mean. */
  readonly pausesForClarification?: true;
  /** The one extension, counted from the end of the first time and told before that end, with reasons. */
  readonly extension?: { readonly by: Span; readonly kinds: readonly RequestKind[] };
}

const DATA_KINDS = ["access", "portability", "correct", "delete"] as const satisfies RequestKind[];
const ALL_BUT_APPEAL = [
  ...DATA_KINDS,
  "restrict",
  "object",
  "opt-out-of-sale",
  "limit-sensitive",
  "withdraw-consent",
] as const satisfies RequestKind[];

const FORTY_FIVE = { days: 45 } as const;
/** The common American times: 45 days, once 45 more; an appeal is answered in as many days as the state says. */
const american = (appealDays: number | null, kinds: AnswerTimes["kinds"] = {}): AnswerTimes => ({
  within: FORTY_FIVE,
  starts: "on-receipt",
  extension: { by: FORTY_FIVE, kinds: ALL_BUT_APPEAL },
  kinds: { ...kinds, ...(appealDays !== null && { appeal: { days: appealDays } }) },
});

const CALIFORNIAN_OPT_OUT = { businessDays: 15, calendar: "US-CA" } as const;

/**
 * The times of each law; of those that stand for one of several laws, see `lawsWithin`. Where an act gives no number
 * ("without delay"), Candor's own stands, and says so here. Sources:
 * - GDPR art. 12(3): one month, two more when the request is complex or one of many, told with reasons in the first.
 * - UK GDPR art. 12A (Data (Use and Access) Act 2025, in force 2026-02-05): the same, from the latest of receipt, proof
 *   of identity and fee; what the store needs to find the data may be asked for, and that time does not count. A
 *   complaint is acknowledged in 30 days (DPA 2018 s. 164A, in force 2026-06-19) and answered without undue delay.
 * - Swiss FADP art. 25(7): 30 days; Data Protection Ordinance art. 18(2): who cannot, says by when. The act names no
 *   length: Candor allows as much again.
 * - CCPA regulations §7021 (10 business days to confirm, 45 days with the identity check inside, 45 more), §7026(f) and
 *   §7027(g) (15 business days for opt-outs).
 * - States: 45 + 45 days; Iowa 90 + 45 (Code §715D.3); Florida 45 + 15 (Stat. §501.706); Rhode Island ends processing
 *   within 15 days of a withdrawn consent. Appeals: 45 days in Colorado (C.R.S. 6-1-1306(3)), Minnesota (325M.14), New
 *   Jersey (56:8-166.7) and Oregon (ORS 646A.576), 60 in the others, 45 assumed where no number was found (Oklahoma).
 * - Law 25 s. 32: 30 days, silence is refusal. PIPEDA s. 8(3)–(4): 30 days, 30 more, told in the first.
 * - LGPD art. 19: 15 days. PIPA decree 41–43: 10 days. PDPA s. 30: 30 days.
 * - APPI art. 33–35: without delay; 14 days are Candor's. DPDP Act: no number verified; 30 days are Candor's.
 * - NZ Privacy Act 2020 s. 44: 20 working days; s. 48: a reasonable extension, told inside them with reasons. The act
 *   names no length: Candor allows as much again.
 * - Shopify: 30 days for the compliance webhooks.
 *   https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance
 */
export const ANSWER_TIMES: Readonly<Record<Exclude<LawId, "unknown" | "us-state" | "canada">, AnswerTimes>> = {
  [SHOPIFY_CLOCK]: { within: { days: 30 }, starts: "on-receipt" },
  gdpr: {
    within: { months: 1 },
    starts: "on-receipt",
    extension: { by: { months: 2 }, kinds: ALL_BUT_APPEAL },
  },
  "uk-gdpr": {
    within: { months: 1 },
    starts: "when-ready",
    pausesForClarification: true,
    extension: { by: { months: 2 }, kinds: ALL_BUT_APPEAL },
    confirm: { within: { days: 30 }, kinds: ["appeal"] },
  },
  fadp: { within: { days: 30 }, starts: "on-receipt", extension: { by: { days: 30 }, kinds: ["access"] } },
  ccpa: {
    within: FORTY_FIVE,
    kinds: { "opt-out-of-sale": CALIFORNIAN_OPT_OUT, "limit-sensitive": CALIFORNIAN_OPT_OUT },
    confirm: { within: { businessDays: 10, calendar: "US-CA" }, kinds: DATA_KINDS },
    starts: "on-receipt",
    extension: { by: FORTY_FIVE, kinds: DATA_KINDS },
  },
  "us-al": american(null),
  "us-co": american(45),
  "us-ct": american(60),
  "us-de": american(60),
  "us-fl": { ...american(60), extension: { by: { days: 15 }, kinds: ALL_BUT_APPEAL } },
  "us-ia": { ...american(60), within: { days: 90 } },
  "us-in": american(60),
  "us-ky": american(60),
  "us-md": american(60),
  "us-mn": american(45),
  "us-mt": american(60),
  "us-ne": american(60),
  "us-nh": american(60),
  "us-nj": american(45),
  "us-ok": american(45),
  "us-or": american(45),
  "us-ri": american(60, { "withdraw-consent": { days: 15 } }),
  "us-tn": american(60),
  "us-tx": american(60),
  "us-ut": american(null),
  "us-va": american(60),
  "law-25": { within: { days: 30 }, starts: "on-receipt" },
  pipeda: { within: { days: 30 }, starts: "on-receipt", extension: { by: { days: 30 }, kinds: ["access", "correct"] } },
  lgpd: { within: { days: 15 }, starts: "on-receipt" },
  appi: { within: { days: 14 }, starts: "on-receipt" },
  pipa: { within: { days: 10 }, starts: "on-receipt" },
  "privacy-act-nz": {
    within: { businessDays: 20, calendar: "NZ" },
    starts: "on-receipt",
    extension: { by: { businessDays: 20, calendar: "NZ" }, kinds: ["access", "correct"] },
  },
  pdpa: { within: { days: 30 }, starts: "on-receipt" },
  dpdp: { within: { days: 30 }, starts: "on-receipt" },
};
