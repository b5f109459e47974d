import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from "playwright-core";
import { ensureChromium, HOW_TO_GET_CHROMIUM } from "../../scripts/chromium.ts";

/** What is measured on a device: what the shopper sees, what it costs, and what it costs who answered before. */
export const KINDS = ["ui", "cost", "return"] as const;
/** What is measured in one sample. */
export type Kind = (typeof KINDS)[number];

/** The devices. */
export const PROFILES = ["desktop", "cpu4", "mobile"] as const;
/** One device. */
export type ProfileName = (typeof PROFILES)[number];

interface Profile {
  viewport: { width: number; height: number };
  /** How many times slower the processor is. */
  slower: number;
  isSlowNetwork: boolean;
  /** How long after `load` a page may still do what it wants to do. Milliseconds. */
  settle: number;
  kinds: readonly Kind[];
}

/** "mobile" is the phone and the network by which Lighthouse judges shops. */
export const PROFILE: Readonly<Record<ProfileName, Profile>> = {
  desktop: {
    viewport: { width: 1280, height: 800 },
    slower: 1,
    isSlowNetwork: false,
    settle: 1200,
    kinds: ["ui", "cost"],
  },
  cpu4: { viewport: { width: 1280, height: 800 }, slower: 4, isSlowNetwork: false, settle: 2000, kinds: KINDS },
  mobile: {
    viewport: { width: 412, height: 823 },
    slower: 4,
    isSlowNetwork: true,
    settle: 2500,
    kinds: ["ui", "cost"],
  },
};

/**
 * Slow 4G as Chromium's own tools apply it: 150 ms and 1.6 Mbit/s, corrected for requests being delayed instead of packets.
 * https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
 */
const SLOW_4G = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8,
  uploadThroughput: (0.75 * 1024 * 1024 * 0.9) / 8,
};

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  // Without it pages see `navigator.webdriver`, and some banners hide from robots.
  "--disable-blink-features=AutomationControlled",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-extensions",
  "--disable-sync",
  "--mute-audio",
  "--no-first-run",
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
];

/** Chromium; every host but loopback is unknown to it. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await ensureChromium();
  if (executablePath === undefined) throw new Error(HOW_TO_GET_CHROMIUM);
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

/** A tab on a device. */
export interface Tab {
  context: BrowserContext;
  page: Page;
  devtools: CDPSession;
}

/** Where the shopper is: in the market of the page. */
export const SHOPPER = { timezoneId: "Europe/Berlin", locale: "en-GB" } as const;

/** Opens a tab in a new, empty window (or in `context`), as slow as the device. */
export async function openTab(browser: Browser, name: ProfileName, known?: BrowserContext): Promise<Tab> {
  const { viewport, slower, isSlowNetwork } = PROFILE[name];
  const context = known ?? (await browser.newContext({ viewport, ...SHOPPER }));
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  // The main thread's own time does not grow when other programs take the processor away.
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  if (isSlowNetwork) {
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", SLOW_4G);
  }
  if (slower > 1) await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower });
  return { context, page, devtools };
}

/** Reads how busy the machine's processors are from now on for a moment, 0 to 1; 0 where the system does not say. */
async function busyShare(): Promise<number> {
  const before = processorTimes();
  await sleep(120);
  const after = processorTimes();
  if (!before || !after) return 0;
  return 1 - (after.idle - before.idle) / Math.max(1, after.all - before.all);
}

function processorTimes(): { idle: number; all: number } | null {
  try {
    const [, ...times] = (readFileSync("/proc/stat", "utf8").split("\n")[0] ?? "").trim().split(/\s+/).map(Number);
    const [, , , idle = 0, waiting = 0] = times;
    return { idle: idle + waiting, all: times.slice(0, 8).reduce((sum, time) => sum + time, 0) };
  } catch {
    return null;
  }
}

/** Waits until the machine is more than half idle, for two seconds at most; answers how busy it was then, 0 to 1. */
export async function waitForQuiet(): Promise<number> {
  let busy = 1;
  for (let tries = 0; tries < 16 && busy > 0.45; tries++) busy = await busyShare();
  return busy;
}
