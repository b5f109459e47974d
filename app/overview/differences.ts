import type { TellReason } from "../policy/why-tell.ts";
import type { DeadLink } from "../policy/judge-link.ts";
import type { Severity } from "../policy/issue.ts";

/** What is known of a store's words and of what it does. */
export interface Observed {
  /** Services and cookies that run before they may, at the last look. */
  leaks: number;
  /** Services that ran on the store's pages and are not in its register; their names, the busiest first. */
  unknownServices: readonly string[];
  /** How the storefront differs from the published settings, in a sentence; null when it doesn't. */
  settings: string | null;
  /** Regions (ISO 3166) where Shopify's own consent settings allow more than the law. */
  weakRegions: readonly string[];
  /** The newest published policy; null before the first. */
  published: number | null;
  /** Whether somebody changed ("edited") or deleted ("gone") Shopify's copy of it; null while it is the same. */
  copy: "edited" | "gone" | null;
  /** Pages of the store's own that Candor keeps, and somebody changed, hid or deleted. */
  changedPages: number;
  /** Facts that changed in the register since it was published. */
  changedFacts: number;
  /** What is wrong with the register and must be mended, in sentences, the gravest first. */
  wrong: readonly string[];
  /** The version that customers must be told of by mail and were not; why. */
  untold: { number: number; why: TellReason } | null;
  /** Records that are past their period. */
  pastPeriod: number;
  /** Links of the policy that lead nowhere any more. */
  deadLinks: readonly DeadLink[];
}

/** One difference between what the store says and what it does, with one next step. */
export interface Difference {
  code: DifferenceCode;
  says: string;
  severity: Extract<Severity, "blocking" | "warning">;
  step: { label: string; url: string };
}

/** The gravest first. */
const CODES = [
  ...(["leaks", "policy-gone", "policy-edited", "register-wrong", "no-policy"] as const),
  ...([
    "services-unknown",
    "settings-changed",
    "regions-weak",
    "pages-changed",
    "customers-untold",
    "retention-overdue",
    "policy-behind",
    "links-dead",
  ] as const),
] as const;

type DifferenceCode = (typeof CODES)[number];

interface Check extends Pick<Difference, "severity" | "step"> {
  /** The difference in a sentence; null when there is none. */
  find: (seen: Observed) => string | null;
}

const CHECKS: Readonly<Record<DifferenceCode, Check>> = {
  leaks: {
    severity: "blocking",
    step: { label: "See what leaks", url: "/app/consent" },
    find: ({ leaks }) =>
      leaks > 0
        ? `${count(leaks, "service or cookie runs", "services or cookies run")} before shoppers have agreed.`
        : null,
  },
  "policy-gone": {
    severity: "blocking",
    step: { label: "Put it back", url: "/app/policy" },
    find: ({ copy, published }) =>
      copy === "gone"
        ? `Version ${text(published)} of your policy was deleted at Shopify: shoppers find none there.`
        : null,
  },
  "policy-edited": {
    severity: "blocking",
    step: { label: "See what was changed", url: "/app/policy" },
    find: ({ copy, published }) =>
      copy === "edited"
        ? `Somebody changed your policy in Shopify: shoppers no longer read version ${text(published)}.`
        : null,
  },
  "register-wrong": {
    severity: "blocking",
    step: { label: "Mend it", url: "/app/register" },
    find: ({ published, wrong }) => (published === null ? null : wrongText(wrong)),
  },
  "no-policy": {
    severity: "warning",
    step: { label: "Publish a policy", url: "/app/policy" },
    find: ({ published }) =>
      published === null
        ? "You have published no policy with Candor yet: nobody can check what your store promises."
        : null,
  },
  "services-unknown": {
    severity: "warning",
    step: { label: "Say what they are for", url: "/app/consent/services" },
    find: ({ unknownServices: found }) =>
      found.length > 0
        ? `${names(found)} ran on your pages, and your register does not name ${found.length === 1 ? "it" : "them"}.`
        : null,
  },
  "settings-changed": {
    severity: "warning",
    step: { label: "See the banner", url: "/app/consent/banner" },
    find: ({ settings }) => settings,
  },
  "regions-weak": {
    severity: "warning",
    step: { label: "See which", url: "/app/consent" },
    find: ({ weakRegions }) =>
      weakRegions.length > 0
        ? `Shopify’s own consent settings allow more than the law in ${names(weakRegions)}.`
        : null,
  },
  "pages-changed": {
    severity: "warning",
    step: { label: "See what was changed", url: "/app/policy" },
    find: ({ changedPages }) =>
      changedPages > 0
        ? `${count(changedPages, "page of your store is", "pages of your store are")} no longer as your policy says.`
        : null,
  },
  "customers-untold": {
    severity: "warning",
    step: { label: "Tell them", url: "/app/policy" },
    find: ({ untold }) =>
      untold === null
        ? null
        : `${untold.why === "law" ? "The law asks" : "Your policy promises"} that customers are told of version ${text(untold.number)} by mail: that is not done.`,
  },
  "retention-overdue": {
    severity: "warning",
    step: { label: "See them", url: "/app/register/retention" },
    find: ({ pastPeriod }) =>
      pastPeriod > 0 ? `${count(pastPeriod, "record is", "records are")} kept longer than your policy says.` : null,
  },
  "policy-behind": {
    severity: "warning",
    step: { label: "See the draft", url: "/app/policy" },
    find: ({ published, changedFacts }) =>
      published !== null && changedFacts > 0
        ? `${count(changedFacts, "fact has", "facts have")} changed since version ${text(published)}: your policy still says what was so before.`
        : null,
  },
  "links-dead": {
    severity: "warning",
    step: { label: "See the links", url: "/app/register" },
    find: ({ deadLinks }) => (deadLinks.length > 0 ? linksText(deadLinks) : null),
  },
};

/** Names that a sentence holds; the others are counted. */
const NAMED = 3;

/**
 * Where a store's words and its behaviour differ, the gravest first. GDPR art. 5(2): whoever is responsible must be able
 * to show that what was promised is so.
 */
export function differencesOf(seen: Observed): Difference[] {
  return CODES.flatMap((code) => {
    const { severity, step, find } = CHECKS[code];
    const says = find(seen);
    return says === null ? [] : [{ code, says, severity, step: code === "links-dead" ? linkStep(step, seen) : step }];
  });
}

const text = (number: number | null) => String(number ?? "");
const count = (number: number, one: string, many: string) =>
  number === 1 ? `One ${one}` : `${String(number)} ${many}`;

function names(all: readonly string[]): string {
  const shown = all.slice(0, NAMED);
  const more = all.length - shown.length;
  if (more > 0) return `${shown.join(", ")} and ${String(more)} more`;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}`;
}

function wrongText([first, ...others]: readonly string[]): string | null {
  if (first === undefined) return null;
  return others.length === 0 ? first : `${first} And ${String(others.length)} more must be mended.`;
}

function linksText(links: readonly DeadLink[]): string {
  const of = (how: DeadLink["how"]) => [...new Set(links.filter((one) => one.how === how).map(({ name }) => name))];
  const [gone, moved] = [of("gone"), of("moved")];
  const said = [
    gone.length > 0 && `Your policy links to pages of ${names(gone)} that are no longer there.`,
    moved.length > 0 && `Pages of ${names(moved)} that your policy links to have moved.`,
  ];
  return said.filter((one) => one !== false).join(" ");
}

function linkStep({ label, url }: Difference["step"], { deadLinks: [first] }: Observed): Difference["step"] {
  return { label, url: first ? `${url}/vendors/${first.vendor}` : url };
}
