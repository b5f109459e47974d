import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium, type Browser, type BrowserContext, type FrameLocator, type Page } from "playwright-core";
import { BROWSER } from "./test-store.ts";

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Where screenshots of this run are. */
export const SCREENSHOTS = mkdtempSync(join(tmpdir(), "candor-screens-"));

/** A window in which a member of staff works, and everything in it that should not have happened. */
export interface Desk {
  page: Page;
  context: BrowserContext;
  /** The app inside the admin. */
  app: FrameLocator;
  /** Errors on the console and requests that left this machine. */
  complaints: string[];
  /** Every address that the browser asked for or showed. */
  addresses: string[];
}

/** Chromium, as the machine has it, with these arguments more. */
export function launch(more: readonly string[]): Promise<Browser> {
  const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: [...QUIET, ...more] });
}

/** Chromium, as the machine has it. */
export const openBrowser = (): Promise<Browser> => launch([]);

/** A window of this width. */
export async function openDesk(browser: Browser, width: number): Promise<Desk> {
  const context = await browser.newContext({
    userAgent: BROWSER,
    viewport: { width, height: width < 600 ? 844 : 900 },
    acceptDownloads: true,
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const desk: Desk = { page, context, app: page.frameLocator("#app"), complaints: [], addresses: [] };
  page.on("console", (message) => {
    if (message.type() === "error") desk.complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => desk.complaints.push(`error: ${error.message}`));
  page.on("framenavigated", (frame) => desk.addresses.push(frame.url()));
  context.on("request", (request) => {
    desk.addresses.push(request.url());
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith("http") && !LOOPBACK.test(hostname)) desk.complaints.push(`outside: ${request.url()}`);
  });
  return desk;
}

/** What axe finds wrong with the page inside the admin's frame, as sentences. */
export async function violations({ page }: Desk): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).include(["#app", "body"]).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

/** Saves what is to be seen, the whole height of the app's page. */
export async function screenshot({ page, app }: Desk, name: string): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 900 };
  const height = await app.locator("body").evaluate((body) => body.scrollHeight);
  await page.setViewportSize({ width: size.width, height: Math.max(size.height, Math.min(height + 160, 4_000)) });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}-${String(size.width)}.png`) });
  await page.setViewportSize(size);
}
