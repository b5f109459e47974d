import { consentRule } from "../law/consent-rules.ts";
import { purposesIn, type Purpose, type PurposeSet } from "../law/purposes.ts";
import { matchHost } from "../register/match-name.ts";
import { nameCookie, nameHost, type Registered } from "../register/register.ts";
import type { ThemeTag } from "./scan-theme.ts";
import type { Phase } from "./sighting.ts";
import type { Counter } from "./tally.ts";

/** A counter and how often it was counted. */
export interface Counted extends Counter {
  count: number;
}

/** What ran although it was not allowed: a host that was asked, or a cookie that was there. */
export const LEAK_KINDS = ["host", "cookie"] as const;
/** What ran although it was not allowed. */
export type LeakKind = (typeof LEAK_KINDS)[number];

/**
 * Why it could run. "above-embed": it stands in the theme before the gate; "markup": below it, loaded by the browser
 * itself while the page did not hold markup; "noscript": for browsers without JavaScript, where nothing can hold it;
 * "not-held": the gate was not told to hold it; "elsewhere": not found in the theme: another app, a tag manager, or a
 * cookie that was there before; "theme-unread": it may stand in the theme, which could not be read.
 */
export const LEAK_CAUSES = ["above-embed", "markup", "noscript", "not-held", "elsewhere", "theme-unread"] as const;
/** Why it could run. */
export type LeakCause = (typeof LEAK_CAUSES)[number];

/** How much it matters: "high" is advertising, or a share of page views that is no accident. */
export type Severity = "high" | "medium" | "low";

/** Something that ran on a store's pages although it was not allowed. */
export interface Leak {
  kind: LeakKind;
  /** The host, or the cookie's name. */
  name: string;
  /** The service's id and name; "" and null for what nobody knows. */
  service: string;
  serviceName: string | null;
  /** The purposes that were not allowed. */
  lacked: Purpose[];
  phase: Phase;
  /** ISO 3166; "" when it was unknown. The region where the share is largest. */
  region: string;
  /** Share (0 to 1) of the page views there on which nothing allowed it. */
  share: number;
  /** Page views of all regions on which it ran, and those on which it was not allowed. */
  seen: number;
  views: number;
  cause: LeakCause;
  severity: Severity;
  /** Where it stands in the theme, when it was found there. */
  tag: ThemeTag | null;
}

/** What the leaks of a store are found with. */
export interface LeakFacts {
  counts: readonly Counted[];
  register: readonly Registered[];
  /** What the gate was told to hold. */
  held: Readonly<Record<string, PurposeSet>>;
  /** What stands in the theme; null when it could not be read. */
  tags: readonly ThemeTag[] | null;
  /** Whether the gate was told to hold plain markup too. */
  holdsMarkup: boolean;
  /** Services that run by the merchant's own choice before consent: Google's in advanced mode. */
  excused: readonly string[];
}

/** A share below this in a store's busiest region may be a test page or an extension of somebody's browser. */
const ACCIDENT = 0.01;
const OFTEN = 0.1;
const FEWEST_VIEWS = 20;

interface Needed {
  service: Registered | undefined;
  needs: PurposeSet;
}

/**
 * Finds what ran although it was not allowed, the worst first. A host or cookie is judged by what it needs, and only
 * where a law asks for more than telling; what nobody knows is no leak but a candidate for the register.
 */
export function findLeaks(facts: LeakFacts): Leak[] {
  const tallies = new Map<string, Tally>();
  const views = viewsOf(facts.counts);
  for (const counted of facts.counts) {
    const kind = kindOf(counted);
    if (kind === null) continue;
    const needed = neededBy(kind, counted.name, facts);
    if (needed.service && facts.excused.includes(needed.service.id)) continue;
    const lacked = needed.needs & ~counted.allowed;
    if (lacked === 0 || consentRule(counted.region || null).model === "notice") continue;
    const key = `${kind} ${counted.phase} ${counted.name}`;
    const tally = tallies.get(key) ?? {
      kind,
      needed,
      lacked: 0,
      phase: counted.phase,
      name: counted.name,
      regions: new Map(),
    };
    tallies.set(key, tally);
    tally.lacked |= lacked;
    addCount(tally, counted, views);
  }
  return [...tallies.values()].map((tally) => leakOf(tally, facts)).sort(worseFirst);
}

interface Tally extends Pick<Leak, "kind" | "phase" | "name"> {
  needed: Needed;
  lacked: PurposeSet;
  regions: Map<string, { seen: number; views: number; counted: Set<string> }>;
}

/** "early" is part of "host": counting both would count twice. */
function kindOf({ kind }: Counted): LeakKind | null {
  return kind === "host" || kind === "cookie" ? kind : null;
}

const place = ({ region, phase, allowed }: Counter) => `${region} ${phase} ${allowed}`;

function viewsOf(counts: readonly Counted[]): ReadonlyMap<string, number> {
  const views = new Map<string, number>();
  for (const counted of counts) {
    if (counted.kind === "view") views.set(place(counted), (views.get(place(counted)) ?? 0) + counted.count);
  }
  return views;
}

function addCount({ regions }: Tally, counted: Counted, views: ReadonlyMap<string, number>): void {
  const region = regions.get(counted.region) ?? { seen: 0, views: 0, counted: new Set<string>() };
  regions.set(counted.region, region);
  region.seen += counted.count;
  // several days add to the same views
  if (!region.counted.has(place(counted))) region.views += views.get(place(counted)) ?? 0;
  region.counted.add(place(counted));
}

function neededBy(kind: LeakKind, name: string, facts: LeakFacts): Needed {
  const { register, held } = facts;
  if (kind === "cookie") {
    const cookie = nameCookie(register, name);
    return { service: register.find(({ id }) => id === cookie?.service), needs: cookie?.needs ?? 0 };
  }
  const service = nameHost(register, name);
  const host = heldAs(name, facts);
  return { service, needs: (service?.needs ?? 0) | (host === undefined ? 0 : (held[host] ?? 0)) };
}

function leakOf({ kind, phase, name, needed, lacked, regions }: Tally, facts: LeakFacts): Leak {
  const all = [...regions].map(([region, { seen, views }]) => ({ region, seen, views: Math.max(views, seen) }));
  const known = all.some(({ views }) => views >= FEWEST_VIEWS) ? all.filter(({ views }) => views >= FEWEST_VIEWS) : all;
  const worst = known.reduce((most, one) => (one.seen / one.views > most.seen / most.views ? one : most));
  const tag = tagOf(kind, name, needed, facts);
  const share = worst.seen / worst.views;
  return {
    ...{ kind, name, phase, share, tag, region: worst.region },
    service: needed.service?.id ?? "",
    serviceName: needed.service?.name ?? null,
    lacked: purposesIn(lacked),
    seen: all.reduce((sum, { seen }) => sum + seen, 0),
    views: all.reduce((sum, { views }) => sum + views, 0),
    cause: causeOf(kind, name, tag, facts),
    severity: severityOf(share, lacked),
  };
}

/** The place in the theme that explains it best: above the embed first, then markup, then what remains. */
function tagOf(kind: LeakKind, name: string, { service }: Needed, { tags }: LeakFacts): ThemeTag | null {
  const same = (tags ?? []).filter(
    (tag) => (service && tag.service === service.id) || (kind === "host" && tag.host === name),
  );
  const rank = (tag: ThemeTag) => (tag.isAbove ? 0 : tag.form === "inline" ? 2 : 1);
  return [...same].sort((one, other) => rank(one) - rank(other))[0] ?? null;
}

function causeOf(kind: LeakKind, name: string, tag: ThemeTag | null, facts: LeakFacts): LeakCause {
  const cause = tag && causeInTheme(tag, facts);
  if (cause) return cause;
  if (kind === "host" && heldAs(name, facts) === undefined) return "not-held";
  return facts.tags === null ? "theme-unread" : "elsewhere";
}

function causeInTheme({ form, isAbove }: ThemeTag, { holdsMarkup }: LeakFacts): LeakCause | null {
  if (form === "noscript") return "noscript";
  if (isAbove) return "above-embed";
  return form === "markup" && !holdsMarkup ? "markup" : null;
}

/** The domain by which the gate was told to hold a host. */
function heldAs(host: string, { held }: LeakFacts): string | undefined {
  return matchHost({ has: (domain) => Object.hasOwn(held, domain) }, host);
}

function severityOf(share: number, lacked: PurposeSet): Severity {
  if (share < ACCIDENT) return "low";
  return share >= OFTEN || purposesIn(lacked).includes("marketing") ? "high" : "medium";
}

const WEIGHT = { high: 0, medium: 1, low: 2 } as const satisfies Record<Severity, number>;

function worseFirst(one: Leak, other: Leak): number {
  return WEIGHT[one.severity] - WEIGHT[other.severity] || other.share - one.share || (one.name < other.name ? -1 : 1);
}
