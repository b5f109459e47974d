import { listed } from "../../register/change-facts.ts";
import type { SignalResponse, Wording } from "../../register/fact-lists.ts";
import type { AnyFact } from "../../register/facts.ts";
import { usualRetention } from "../../register/preset-register.ts";
import type { RetentionCategory, RetentionPeriod } from "../../register/retention-rules.ts";
import type { PolicyAudit } from "../audit.ts";
import { dayIn } from "../gaps/last-change.ts";
import type { GapId } from "../gaps/find-gaps.ts";
import type { StatementId } from "../statements/catalogue.ts";
import { claimedBy, saidIn, says } from "./said.ts";

/** What a policy says of the store's conduct: advertising, minors, signals, dates, periods, decisions, words that cannot stand. */
export function claimedConduct(audit: PolicyAudit): AnyFact[] {
  return [
    ...claimedAdvertising(audit),
    ...claimedMinors(audit),
    ...claimedSignals(audit),
    ...claimedPublication(audit),
    ...claimedRights(audit),
    ...claimedPeriods(audit),
    ...claimedDecisions(audit),
    ...claimedWordings(audit),
  ];
}

function claimedAdvertising(audit: PolicyAudit): AnyFact[] {
  const isTargeted = says(audit, "S21") ? true : null;
  const sellsForMoney = says(audit, "S48") ? false : null;
  if (isTargeted === null && sellsForMoney === null) return [];
  return [{ ...claimedBy(isTargeted ? "S21" : "S48"), id: "advertising", isTargeted, sellsForMoney }];
}

/** The lowest age that is named where children are spoken of; 13 is COPPA's, and no minimum when another is named. */
function claimedMinors(audit: PolicyAudit): AnyFact[] {
  const ages = [...saidIn(audit, "S32").matchAll(/\b(1[0-9]|21)\b/g)].map(([age]) => Number(age));
  const words: readonly [RegExp, number][] = [
    [/eighteen|age of majority|adults/i, 18],
    [/sixteen/i, 16],
    [/thirteen/i, 13],
  ];
  const named = words.filter(([word]) => word.test(saidIn(audit, "S32"))).map(([, age]) => age);
  const all = [...ages, ...named];
  if (all.length === 0) return [];
  return [{ ...claimedBy("S32"), id: "minors", minimumAge: Math.max(...all), isDirectedToChildren: false }];
}

const DENIES = /\b(?:not|n['’]t|no|nothing|never)\b/i;

function claimedSignals(audit: PolicyAudit): AnyFact[] {
  const response = (by: StatementId): SignalResponse => (DENIES.test(saidIn(audit, by)) ? "ignored" : "everywhere");
  const track = says(audit, "S25") ? [{ ...claimedBy("S25"), id: "doNotTrack", response: response("S25") }] : [];
  const control = says(audit, "S51")
    ? [{ ...claimedBy("S51"), id: "globalPrivacyControl", response: "where-required" as const }]
    : [];
  return [...track, ...control];
}

function claimedPublication(audit: PolicyAudit): AnyFact[] {
  const day = dayIn(saidIn(audit, "S37"));
  if (day === undefined) return [];
  const languages = audit.language === "" ? [] : [audit.language];
  const announcesByMail = /e-?mail/i.test(saidIn(audit, "S85"));
  return [{ ...claimedBy("S37"), id: "publication", effectiveOn: day, reviewedOn: day, languages, announcesByMail }];
}

const EUROPE = /europe|\beea\b|\beu\b|gdpr/i;

function claimedRights(audit: PolicyAudit): AnyFact[] {
  if (!says(audit, "S26")) return [];
  const scope =
    EUROPE.test(saidIn(audit, "S26")) || says(audit, "S59") ? ("where-required" as const) : ("everyone" as const);
  const [, days] = /\b(\d{1,3})\)? (?:calendar )?days\b/.exec(saidIn(audit, "S75")) ?? [];
  return [
    {
      ...claimedBy("S26"),
      id: "rights",
      scope,
      answersWithinDays: days === undefined || Number(days) === 0 ? null : Number(days),
    },
  ];
}

const COUNTS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split(" ");

/** The first period that a sentence names; undefined when it names none. */
export function periodIn(sentence: string): Exclude<RetentionPeriod, string | null> | undefined {
  const [, count = "", unit = ""] =
    new RegExp(`\\b(\\d{1,3}|${COUNTS.join("|")}|a)\\)?\\s+(?:full |calendar )?(year|month|week|day)s?\\b`, "i").exec(
      sentence,
    ) ?? [];
  if (unit === "") return undefined;
  const number =
    count.toLowerCase() === "a"
      ? 1
      : COUNTS.includes(count.toLowerCase())
        ? COUNTS.indexOf(count.toLowerCase()) + 1
        : Number(count);
  if (/year/i.test(unit)) return { months: number * 12 };
  return /month/i.test(unit) ? { months: number } : { days: /week/i.test(unit) ? number * 7 : number };
}

/** What a sentence with a period is about. */
const KEPT: readonly (readonly [RetentionCategory, RegExp])[] = [
  ["server-logs", /\blogs?\b|log files?/i],
  ["visit-data", /analytics|device|visit|brows|navigation|ip address|usage|statistic/i],
  ["support-messages", /message|correspondence|enquir|inquir|ticket/i],
  ["customer-profiles", /account|profile|log-?in/i],
  ["orders", /order|invoice|purchase|transaction|sale|tax/i],
];

function claimedPeriods(audit: PolicyAudit): AnyFact[] {
  const sentences = saidIn(audit, "S46").split("\n");
  const found = KEPT.flatMap(([category, words]) => {
    const period = sentences
      .filter((sentence) => words.test(sentence))
      .map(periodIn)
      .find((one) => one !== undefined);
    return period === undefined ? [] : [{ ...usualRetention(category, claimedBy("S46")), period }];
  });
  const isUntilAsked = has(audit, "G17") && !found.some(({ category }) => category === "orders");
  return isUntilAsked
    ? [...found, { ...usualRetention("orders", claimedBy("S30")), period: "until-asked" as const }]
    : found;
}

function claimedDecisions(audit: PolicyAudit): AnyFact[] {
  const said = saidIn(audit, "S53");
  if (!/fraud|order|scor|credit/i.test(said)) return [];
  const decision = /credit/i.test(said) ? ("payment-credit-check" as const) : ("fraud-screening" as const);
  const isSolelyAutomated = !DENIES.test(said) && !/\b(?:person|human|staff|review)/i.test(said);
  return [
    listed("decisions", {
      ...claimedBy("S53"),
      decision,
      isSolelyAutomated,
      isWeighty: true,
      hasReview: /review|person|human|staff/i.test(said),
    }),
  ];
}

function has({ gaps }: PolicyAudit, id: GapId): boolean {
  return gaps.some((gap) => gap.id === id);
}

function claimedWordings(audit: PolicyAudit): AnyFact[] {
  const onlyEurope = EUROPE.test(saidIn(audit, "S26")) && !says(audit, "S59");
  const wordings: readonly (readonly [Wording, string, boolean])[] = [
    ["anonymous-identifier", "G18", has(audit, "G18")],
    ["examples-only", "S17", /\bfor example\b|\be\.g\.|\bsuch as\b/i.test(saidIn(audit, "S17", "S18"))],
    ["rights-for-europe-only", "S26", onlyEurope],
    ["empty-section", "G16", audit.empty.some(({ kind }) => kind === "list")],
  ];
  return wordings.flatMap(([wording, by, isThere]) =>
    isThere ? [listed("wordings", { ...claimedBy(by), wording })] : [],
  );
}
