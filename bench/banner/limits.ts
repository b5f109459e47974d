import type { Behaviour } from "./behave.ts";
import type { Kind, ProfileName } from "./browser.ts";
import { judgeBehaviour, type Verdict } from "./judge-behaviour.ts";
import { valuesOf, type Figure, type Sample } from "./samples.ts";
import { likelyRange, median, type Interval } from "./statistics.ts";
import { filesWeigh, sumOf, type Load } from "./weigh.ts";

/** All that one run found. */
export interface Findings {
  samples: readonly Sample[];
  loads: ReadonlyMap<string, Load>;
  behaviours: ReadonlyMap<string, Behaviour>;
}

const KIB = 1024;

/** How a figure is compared: alone, minus the bare page's, or as a multiple of the inline lower bound's. */
type Against = "itself" | "none" | "bound-inline";

interface Limit {
  promise: string;
  profile: ProfileName;
  kind: Kind;
  figure: Figure;
  against: Against;
  /** The most that is allowed, after division by `unit`. */
  most: number;
  unit?: number;
}

const LIMITS: readonly Limit[] = [
  {
    promise: "visible ≤ 1.10 × the inline lower bound, desktop",
    profile: "desktop",
    kind: "ui",
    figure: "visible",
    against: "bound-inline",
    most: 1.1,
  },
  { promise: "script ≤ +15 ms, 4× CPU", profile: "cpu4", kind: "cost", figure: "script", against: "none", most: 15 },
  {
    promise: "total blocking time +0 ms, 4× CPU",
    profile: "cpu4",
    kind: "cost",
    figure: "tbt",
    against: "none",
    most: 0,
  },
  {
    promise: "total blocking time +0 ms, mobile",
    profile: "mobile",
    kind: "cost",
    figure: "tbt",
    against: "none",
    most: 0,
  },
  { promise: "heap ≤ +40 KiB", profile: "desktop", kind: "cost", figure: "heap", against: "none", most: 40, unit: KIB },
  { promise: "≤ 60 DOM nodes", profile: "desktop", kind: "cost", figure: "nodes", against: "none", most: 60 },
  { promise: "LCP ≤ +20 ms, mobile", profile: "mobile", kind: "cost", figure: "lcp", against: "none", most: 20 },
  {
    promise: "accept → gone ≤ 20 ms, 4× CPU",
    profile: "cpu4",
    kind: "ui",
    figure: "gone",
    against: "itself",
    most: 20,
  },
  { promise: "event ≤ 24 ms, 4× CPU", profile: "cpu4", kind: "ui", figure: "interaction", against: "itself", most: 24 },
  {
    promise: "script ≤ +5 ms for a returning visitor, 4× CPU",
    profile: "cpu4",
    kind: "return",
    figure: "script",
    against: "none",
    most: 5,
  },
  {
    promise: "1 request for a returning visitor",
    profile: "cpu4",
    kind: "return",
    figure: "requests",
    against: "none",
    most: 1,
  },
];

/** What Candor promises of its banner, line by line. Lines without samples are left out. */
export function judge(findings: Findings, name = "candor"): Verdict[] {
  const { samples, loads, behaviours } = findings;
  const load = loads.get(name);
  const behaviour = behaviours.get(name);
  return [
    ...(load ? weightVerdicts(load, othersWeigh(loads, name)) : []),
    ...LIMITS.flatMap((limit) => judgeLimit(samples, limit, name)),
    ...judgeEverySample(samples, name),
    ...(behaviour ? judgeBehaviour(behaviour) : []),
  ];
}

function judgeLimit(samples: readonly Sample[], limit: Limit, name: string): Verdict[] {
  const { promise, most, unit = 1, figure, against } = limit;
  const ours = valuesOf(samples, { ...limit, name }, figure);
  const theirs = against === "itself" ? [] : valuesOf(samples, { ...limit, name: against }, figure);
  if (ours.length === 0 || (theirs.length === 0 && against !== "itself")) return [];
  const compare = (own: number, other: number) => (against === "bound-inline" ? own / other : (own - other) / unit);
  const value = compare(median(ours), theirs.length === 0 ? 0 : median(theirs));
  const range = likelyRange(ours, theirs, compare);
  const digits = against === "bound-inline" ? 2 : 1;
  const found = `${value.toFixed(digits)} [${range.map((end) => end.toFixed(digits)).join(" – ")}]`;
  return [{ promise, found, isKept: value <= most, isUnsure: liesWithin(most, range) }];
}

function liesWithin(value: number, [low, high]: Interval): boolean {
  return low <= value && value < high;
}

/** What must hold in every single sample, and what is a difference within one sample. */
function judgeEverySample(samples: readonly Sample[], name: string): Verdict[] {
  const of = (figure: Figure, kind: Kind, profile?: ProfileName) =>
    samples
      .filter((sample) => sample.name === name && sample.kind === kind && profile === (profile && sample.profile))
      .map(({ figures }) => figures[figure])
      .filter((value) => value !== undefined);
  const shifts = of("cls", "cost");
  const largest = of("lcpInBanner", "cost");
  const shownAgain = of("shown", "return");
  const visible = of("visible", "ui", "desktop");
  const waits = of("usable", "ui", "desktop").map((usable, index) => usable - (visible[index] ?? NaN));
  const verdicts: Verdict[] = [];
  if (waits.length > 0) {
    const wait = median(waits);
    verdicts.push({ promise: "usable ≤ visible + 50 ms, desktop", found: wait.toFixed(0), isKept: wait <= 50 });
  }
  if (shifts.length > 0) {
    const worst = Math.max(...shifts);
    verdicts.push({ promise: "layout shift 0.000, always", found: worst.toFixed(3), isKept: worst < 0.0005 });
    const times = largest.filter((value) => value === 1).length;
    const found = `${String(times)} of ${String(largest.length)}`;
    verdicts.push({ promise: "never itself the largest paint", found, isKept: times === 0 });
  }
  if (shownAgain.length > 0) {
    const times = shownAgain.filter((value) => value === 1).length;
    verdicts.push({ promise: "not shown again after a refusal", found: String(times), isKept: times === 0 });
  }
  return verdicts;
}

function othersWeigh(loads: ReadonlyMap<string, Load>, name: string): number[] {
  return [...loads]
    .filter(([other, { files }]) => other !== name && files.some(isLibrary))
    .map(([, load]) => carried(load));
}

function isLibrary({ path }: Load["files"][number]): boolean {
  return path.startsWith("/library/") || path === "/built/c15t.js";
}

/** Scripts and styles before the choice, wherever they stand. Bytes under gzip. */
function carried(load: Load): number {
  return filesWeigh(load, ["script", "style"], true).gzip + load.inlineCss.gzip;
}

function weightVerdicts(load: Load, others: readonly number[]): Verdict[] {
  const kib = (bytes: number) => `${(bytes / KIB).toFixed(2)} KiB`;
  const isGate = ({ path }: Load["files"][number]) => path.endsWith("/gate.js");
  const gate = sumOf(load.files.filter(isGate).map(({ weight }) => weight)).gzip;
  const total = carried(load);
  const later = filesWeigh(load, ["script", "style", "other"], false).gzip;
  const calls = load.files.filter(({ path, isFirst }) => isFirst && path.startsWith("/apps/")).length;
  const limits: [promise: string, bytes: number, most: number][] = [
    ["JS + CSS before the choice ≤ 7.5 KiB gzip", total, 7.5 * KIB],
    ["of it the gate ≤ 3 KiB", gate, 3 * KIB],
    ["of it the banner ≤ 5 KiB", total - gate, 5 * KIB],
    ["on intent ≤ 8 KiB more", later, 8 * KIB],
  ];
  const verdicts = limits.map(([promise, bytes, most]) => ({ promise, found: kib(bytes), isKept: bytes <= most }));
  if (others.length > 0) {
    const least = Math.min(...others);
    verdicts.push({
      promise: "lighter than every other library",
      found: `${kib(total)} to ${kib(least)}`,
      isKept: total < least,
    });
  }
  const found = `${String(calls)} requests`;
  return [...verdicts, { promise: "nothing asked of Candor's server to show it", found, isKept: calls === 0 }];
}
