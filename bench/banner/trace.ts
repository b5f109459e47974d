import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { openTab, PROFILE, type ProfileName } from "./browser.ts";
import type { Stage } from "./measure.ts";

/** One event of Chromium's trace. Times in microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  args?: {
    data?: { url?: string; functionName?: string; fileName?: string };
    beginData?: { url?: string };
    name?: string;
  };
}

interface Spent {
  own: number;
  times: number;
}

const CATEGORIES = [
  "devtools.timeline",
  "v8",
  "v8.execute",
  "blink.user_timing",
  "loading",
  "disabled-by-default-v8.compile",
];

/** Where the main thread's time goes at a quarter of the speed: a table of what cost most, without what it contains. */
export async function trace({ browser, origin }: Stage, name: string, folder: string): Promise<string> {
  const profile: ProfileName = "cpu4";
  const { context, page } = await openTab(browser, profile);
  const file = `${folder}/${name}.trace.json`;
  try {
    await page.goto(`${origin}/page/blank`);
    await browser.startTracing(page, { path: file, categories: CATEGORIES });
    await page.goto(`${origin}/page/${name}`, { waitUntil: "load" });
    await sleep(PROFILE[profile].settle);
    await browser.stopTracing();
  } finally {
    await context.close();
  }
  const { traceEvents } = JSON.parse(readFileSync(file, "utf8")) as { traceEvents: TraceEvent[] };
  const rows = [...spentOnMainThread(traceEvents)]
    .filter(([, { own }]) => own >= 300)
    .sort(([, a], [, b]) => b.own - a.own)
    .slice(0, 40)
    .map(([what, { own, times }]) => `| ${what} | ${(own / 1000).toFixed(1)} | ${String(times)} |`);
  return [
    `${name}, ${profile}; the whole trace is in ${file}`,
    "",
    "| what | own ms | times |",
    "|---|--:|--:|",
    ...rows,
    "",
  ].join("\n");
}

/** Own time by kind of event and file: what an event took minus what the events within it took. */
function spentOnMainThread(events: readonly TraceEvent[]): Map<string, Spent> {
  const main = events.find(
    ({ ph, name, args }) => ph === "M" && name === "thread_name" && args?.name === "CrRendererMain",
  );
  const page = events.find(({ name }) => name === "ParseHTML") ?? main;
  const own = events
    .filter(({ ph, pid, tid, dur }) => ph === "X" && dur !== undefined && pid === page?.pid && tid === page.tid)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const spent = new Map<string, Spent>();
  const open: { end: number; entry: Spent }[] = [];
  for (const event of own) {
    const { ts, dur = 0 } = event;
    while ((open.at(-1)?.end ?? Infinity) <= ts) open.pop();
    const parent = open.at(-1);
    if (parent) parent.entry.own -= dur;
    const key = keyOf(event);
    const entry = spent.get(key) ?? { own: 0, times: 0 };
    spent.set(key, entry);
    entry.own += dur;
    entry.times++;
    open.push({ end: ts + dur, entry });
  }
  return spent;
}

function keyOf({ name, args }: TraceEvent): string {
  const { url, fileName, functionName } = args?.data ?? {};
  const where = (url ?? fileName ?? args?.beginData?.url ?? "").replace(/^https?:\/\/[^/]+/, "");
  return [name, functionName, where].filter((part) => part !== undefined && part !== "").join(" ");
}
