import { behaviourTable, readingOf } from "./report-behaviour.ts";
import { share, table } from "./report-table.ts";
import { PROFILES, type Kind, type ProfileName } from "./browser.ts";
import type { Contestant } from "./contestants.ts";
import type { Verdict } from "./judge-behaviour.ts";
import { judge, type Findings } from "./limits.ts";
import { valuesOf, type Figure, type Sample } from "./samples.ts";
import { median, quantile } from "./statistics.ts";
import { filesWeigh, sumOf } from "./weigh.ts";

/** What a run was. */
export interface Circumstances {
  started: Date;
  ended: Date;
  rounds: number;
  chromium: string;
  machine: string;
}

type Columns = readonly (readonly [title: string, cell: (name: string) => string])[];

/** The whole report as Markdown. */
export function report(contestants: readonly Contestant[], findings: Findings, circumstances: Circumstances): string {
  const { samples, loads, behaviours } = findings;
  const names = contestants.map(({ name }) => name);
  const sections = [
    heading(circumstances, samples),
    bytesTable(contestants, loads),
    ...PROFILES.map((profile) => uiTable(names, samples, profile)),
    ...PROFILES.map((profile) => costTable(names, samples, profile)),
    returnTable(names, samples),
    behaviourTable(behaviours),
    readingOf(behaviours, "candor"),
    verdictTable(judge(findings)),
    best(contestants, samples),
  ];
  return sections.filter((section) => section !== "").join("\n\n") + "\n";
}

function heading({ started, ended, rounds, chromium, machine }: Circumstances, samples: readonly Sample[]): string {
  const failed = samples.filter(({ failure }) => failure !== undefined);
  const busy = samples.map((sample) => sample.busy);
  const minutes = ((ended.getTime() - started.getTime()) / 60_000).toFixed(0);
  const lines = [
    "# Banners, side by side",
    "",
    `${started.toISOString().slice(0, 10)}, ${minutes} minutes, ${String(rounds)} rounds in random order · Chromium ${chromium} · ${machine}`,
    `Machine busy before a sample: ${share(median(busy))} in the middle, ${share(quantile(busy, 0.9))} at the 90th percentile · failed samples: ${String(failed.length)}`,
    ...failed
      .slice(0, 5)
      .map(({ name, profile, kind, failure }) => `- ${name}, ${profile}, ${kind}: ${String(failure)}`),
  ];
  return lines.join("\n");
}

function columnsTable(title: string, names: readonly string[], columns: Columns): string {
  const rows = names.map((name) => [name, ...columns.map(([, cell]) => cell(name))]);
  return table(title, ["", ...columns.map(([head]) => head)], rows);
}

function bytesTable(contestants: readonly Contestant[], loads: Findings["loads"]): string {
  const kib = (bytes: number) => (bytes / 1024).toFixed(2);
  const versions = new Map(contestants.map(({ name, version }) => [name, version]));
  const rows = [...loads].map(([name, load]) => {
    const scripts = filesWeigh(load, ["script"], true);
    const styles = sumOf([filesWeigh(load, ["style"], true), load.inlineCss]);
    const all = sumOf([scripts, styles, load.inline]);
    const config = sumOf([filesWeigh(load, ["config"], true), load.inlineConfig]);
    const later = filesWeigh(load, ["script", "style", "other"], false);
    return [
      name,
      versions.get(name) ?? "",
      ...[scripts, styles, load.inline, all].flatMap(({ raw, gzip, brotli }) =>
        [raw, gzip, brotli].map(kib).join(" / "),
      ),
      kib(config.gzip),
      kib(later.gzip),
      String(load.files.filter(({ isFirst }) => isFirst).length),
    ];
  });
  const head = ["", "version", "JS", "CSS", "other HTML", "all", "config gzip", "on intent gzip", "requests"];
  return table("Bytes (KiB: raw / gzip -9 / Brotli 11)", head, rows);
}

function uiTable(names: readonly string[], samples: readonly Sample[], profile: ProfileName): string {
  const kind: Kind = "ui";
  const values = (name: string, figure: Figure) => valuesOf(samples, { name, profile, kind }, figure);
  const shown = names.filter((name) => values(name, "visible").length > 0);
  const spread = (name: string, figure: Figure) => {
    const all = values(name, figure);
    const [low, middle, high] = [0.25, 0.5, 0.75].map((part) => quantile(all, part).toFixed(0));
    return `${middle ?? ""} [${low ?? ""}–${high ?? ""}]`;
  };
  const times = (name: string, figure: Figure) => {
    const bound = values("bound-inline", figure);
    return bound.length === 0 ? "–" : `${(median(values(name, figure)) / median(bound)).toFixed(2)} ×`;
  };
  return columnsTable(`${profile}: seen and clicked (ms: median [quartiles], × inline lower bound)`, shown, [
    ["first paint", (name) => spread(name, "fcp")],
    ["visible", (name) => spread(name, "visible")],
    ["×", (name) => times(name, "visible")],
    ["usable", (name) => spread(name, "usable")],
    ["×", (name) => times(name, "usable")],
    ["accept → gone", (name) => spread(name, "gone")],
    ["×", (name) => times(name, "gone")],
    ["event", (name) => median(values(name, "interaction")).toFixed(0)],
    ["n", (name) => String(values(name, "visible").length)],
  ]);
}

/** A column of differences to the bare page; the bare page's own row shows what it has, in brackets. */
function overBare(samples: readonly Sample[], profile: ProfileName, kind: Kind) {
  const middle = (name: string, figure: Figure) => median(valuesOf(samples, { name, profile, kind }, figure));
  return (figure: Figure, digits = 0, unit = 1) =>
    (name: string): string => {
      const own = middle(name, figure) / unit;
      if (name === "none") return `(${own.toFixed(digits)})`;
      const more = own - middle("none", figure) / unit;
      return `${more >= 0 ? "+" : "−"}${Math.abs(more).toFixed(digits)}`;
    };
}

function costTable(names: readonly string[], samples: readonly Sample[], profile: ProfileName): string {
  const values = (name: string, figure: Figure) => valuesOf(samples, { name, profile, kind: "cost" }, figure);
  const measured = names.filter((name) => values(name, "script").length > 0);
  const more = overBare(samples, profile, "cost");
  const inBanner = (name: string) => String(values(name, "lcpInBanner").filter((value) => value === 1).length);
  return columnsTable(`${profile}: what it costs beyond the bare page (ms unless said)`, measured, [
    ["script", more("script", 1)],
    ["style, layout", more("layout", 1)],
    ["all tasks", more("task")],
    ["long tasks", more("longTasks", 1)],
    ["blocking", more("tbt")],
    ["heap KiB", more("heap", 1, 1024)],
    ["DOM nodes", more("nodes")],
    ["listeners", more("listeners")],
    ["worst shift", (name) => Math.max(...values(name, "cls")).toFixed(3)],
    ["first paint", more("fcp")],
    ["largest paint", more("lcp")],
    ["is itself largest", (name) => `${inBanner(name)} of ${String(values(name, "lcp").length)}`],
  ]);
}

function returnTable(names: readonly string[], samples: readonly Sample[]): string {
  const where = { profile: "cpu4", kind: "return" } as const;
  const measured = names.filter((name) => valuesOf(samples, { ...where, name }, "script").length > 0);
  const more = overBare(samples, where.profile, where.kind);
  return columnsTable("cpu4: somebody who refused before (ms beyond the bare page unless said)", measured, [
    ["script", more("script", 1)],
    ["style, layout", more("layout", 1)],
    ["all tasks", more("task")],
    ["blocking", more("tbt")],
    ["heap KiB", more("heap", 1, 1024)],
    ["largest paint", more("lcp")],
    ["requests", more("requests")],
    [
      "shown again",
      (name) => String(valuesOf(samples, { ...where, name }, "shown").filter((value) => value === 1).length),
    ],
  ]);
}

function verdictTable(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ promise, found, isKept, isUnsure }) => [
    promise,
    found,
    (isKept ? "pass" : "**FAIL**") + (isUnsure === true ? ", within the noise" : ""),
  ]);
  const title = "What Candor promises (in brackets: where the figure lies with 90 % confidence)";
  return table(title, ["", "found", ""], rows);
}

/** What is to be least, of all columns. */
const LEAST: readonly (readonly [ProfileName, Kind, Figure])[] = [
  ...PROFILES.flatMap((profile) =>
    (["visible", "usable", "gone", "interaction"] as const).map((figure) => [profile, "ui", figure] as const),
  ),
  ...PROFILES.flatMap((profile) =>
    (["script", "layout", "task", "tbt", "heap", "nodes", "lcp"] as const).map(
      (figure) => [profile, "cost", figure] as const,
    ),
  ),
  ...(["script", "layout", "task", "heap"] as const).map((figure) => ["cpu4", "return", figure] as const),
];

/** Where a library is better than Candor. */
function best(contestants: readonly Contestant[], samples: readonly Sample[]): string {
  const peers = contestants.filter(({ role }) => role === "peer").map(({ name }) => name);
  const rows = LEAST.flatMap(([profile, kind, figure]) => {
    const middle = (name: string) => median(valuesOf(samples, { name, profile, kind }, figure));
    const ours = middle("candor");
    const better = peers.filter((name) => middle(name) < ours);
    const cells = better.map((name) => `${name} ${middle(name).toFixed(1)}`).join(", ");
    return better.length === 0 ? [] : [[`${profile}, ${kind}, ${figure}`, ours.toFixed(1), cells]];
  });
  return table("Columns in which another library is better", ["", "candor", "better"], rows);
}
