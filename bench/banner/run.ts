/**
 * `npm run bench:banner`: Candor's banner, other libraries' and two hand-written lower bounds on the same shop page, in
 * one run in random order. `--runs 15`, `--only candor,klaro`, `--profiles desktop,cpu4,mobile`, `--kinds ui,cost,return`,
 * `--seed 1`; `--no-behaviour` leaves out what is not timed; `--trace candor` says instead where the main thread's time goes.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { behave, faultsOfBarePage, type Behaviour } from "./behave.ts";
import { KINDS, openBrowser, PROFILE, PROFILES, waitForQuiet, type Kind, type ProfileName } from "./browser.ts";
import { checkMeters } from "./check-meters.ts";
import { allContestants, prepareSite } from "./prepare-site.ts";
import type { Contestant } from "./contestants.ts";
import { judge } from "./limits.ts";
import { measure, type Stage } from "./measure.ts";
import { report } from "./report.ts";
import type { Sample } from "./samples.ts";
import { serve } from "./serve.ts";
import { randomFrom, shuffled } from "./statistics.ts";
import { trace } from "./trace.ts";
import { weigh, type Load } from "./weigh.ts";

const RESULTS = "bench/banner/results";

const { values: options } = parseArgs({
  allowNegative: true,
  options: {
    runs: { type: "string", default: "15" },
    only: { type: "string", default: "" },
    profiles: { type: "string", default: PROFILES.join(",") },
    kinds: { type: "string", default: KINDS.join(",") },
    seed: { type: "string", default: "1" },
    behaviour: { type: "boolean", default: true },
    trace: { type: "string", default: "" },
  },
});
const rounds = Number(options.runs);
const chosen = options.only.split(",").filter((name) => name !== "");
const contestants = (await allContestants()).filter(
  ({ name }) => chosen.length === 0 || chosen.includes(name) || name === "none" || name === options.trace,
);
const unknown = chosen.filter((name) => !contestants.some((contestant) => contestant.name === name));
if (unknown.length > 0) throw new Error(`No contestant is called ${unknown.join(", ")}.`);

const started = new Date();
const firstBrowser = await openBrowser();
const server = await serve(await prepareSite(firstBrowser, contestants));
const stage: Stage = { browser: firstBrowser, origin: server.origin };
const samples: Sample[] = [];
const loads = new Map<string, Load>();
const behaviours = new Map<string, Behaviour>();
mkdirSync(RESULTS, { recursive: true });
try {
  if (options.trace === "") await run();
  else process.stdout.write(await trace(stage, options.trace, RESULTS));
} finally {
  await stage.browser.close();
  await server.close();
}

async function run(): Promise<void> {
  await checkMeters(stage);
  const others = contestants.filter(({ find }) => find !== null);
  for (const contestant of others) loads.set(contestant.name, await weigh(stage, contestant));
  await measureAll();
  if (options.behaviour) await behaveAll(others);
  const findings = { samples, loads, behaviours };
  const machine = `${cpus()[0]?.model ?? "?"} × ${String(cpus().length)}`;
  const text = report(contestants, findings, {
    started,
    ended: new Date(),
    rounds,
    chromium: stage.browser.version(),
    machine,
  });
  const stamp = started.toISOString().slice(0, 16).replace(":", "");
  writeFileSync(`${RESULTS}/${stamp}.md`, text);
  writeFileSync(
    `${RESULTS}/${stamp}.json`,
    JSON.stringify({ samples, loads: [...loads], behaviours: [...behaviours] }),
  );
  process.stdout.write(text);
  if (judge(findings).some(({ isKept }) => !isKept)) process.exitCode = 1;
}

/** Every round visits everything once, each time in another order: a slow minute of the machine hits all alike. */
async function measureAll(): Promise<void> {
  const random = randomFrom(Number(options.seed));
  const cells = PROFILES.filter((profile) => options.profiles.split(",").includes(profile)).flatMap((profile) =>
    PROFILE[profile].kinds
      .filter((kind) => options.kinds.split(",").includes(kind))
      .map((kind): [ProfileName, Kind] => [profile, kind]),
  );
  for (let round = 0; round < rounds; round++) {
    for (const [profile, kind] of shuffled(cells, random))
      for (const contestant of shuffled(contestants, random)) await sample(round, contestant, profile, kind);
    process.stderr.write(`${new Date().toISOString().slice(11, 19)} round ${String(round + 1)} of ${String(rounds)}\n`);
  }
}

async function sample(round: number, contestant: Contestant, profile: ProfileName, kind: Kind): Promise<void> {
  if (kind === "ui" && !contestant.find) return;
  const busy = await waitForQuiet();
  if (!stage.browser.isConnected()) stage.browser = await openBrowser();
  const place = { round, profile, kind, name: contestant.name, busy };
  try {
    samples.push({ ...place, figures: await measure(stage, contestant, profile, kind) });
  } catch (error) {
    samples.push({ ...place, failure: (error as Error).message.split("\n")[0] ?? "", figures: {} });
  }
}

async function behaveAll(others: readonly Contestant[]): Promise<void> {
  const known = await faultsOfBarePage(stage);
  for (const contestant of others) {
    const behaviour = await behave(stage, contestant, known);
    if (behaviour) behaviours.set(contestant.name, behaviour);
    process.stderr.write(`${contestant.name}: what it does is known\n`);
  }
}
