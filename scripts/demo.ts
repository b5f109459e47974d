/** `npm run demo`: the app and a local Shopify, with a shop that has something to show. Needs nothing but Node. */
import { rmSync } from "node:fs";
import { startStandin, type Standin } from "../standin/start.ts";
import { DEMO_SHOP } from "../standin/world.ts";
import { ensureBuild } from "./build.ts";
import { fillConsent } from "./demo/fill-consent.ts";
import { fillProcessors } from "./demo/fill-processors.ts";
import { fillShop } from "./demo/fill-shop.ts";
import { takenPort } from "./demo/free-ports.ts";
import { openApp } from "./demo/open-app.ts";
import { lastWords, LOG_FILE, runApp, type RunningApp } from "./demo/run-app.ts";
import { setUpStorefront } from "./demo/set-up-storefront.ts";
import { appSettings, DEMO_FOLDER, readKept, writeKept } from "./demo/settings.ts";
import type { Asked } from "./demo/until-carried-out.ts";

const USUAL_PORT = 43_100;
/** The app, the stand-in's admin, tunnel, storefront, mailbox page, SMTP, tag hosts and processors. */
const PORTS = 8;

/** Runs until it is told to stop; `--fresh` begins with an empty shop, PORT moves the block of ports. */
export default async function demo(args: readonly string[]): Promise<number> {
  const port = Number(process.env["PORT"] ?? USUAL_PORT);
  const taken = await takenPort(Array.from({ length: PORTS }, (_, offset) => port + offset));
  if (taken !== undefined) return refuse(port, taken);
  if (args.includes("--fresh")) rmSync(DEMO_FOLDER, { recursive: true, force: true });
  await ensureBuild();

  const stopAsked = new Promise<number>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        resolve(0);
      });
    }
  });
  readKept();
  const standin = await startStandin({
    port: port + 1,
    appUpstream: `http://localhost:${port}`,
    dataDir: `${DEMO_FOLDER}/standin`,
  });
  setUpStorefront(standin);
  try {
    return await withApp(standin, port, stopAsked);
  } finally {
    await standin.close();
  }
}

async function withApp(standin: Standin, port: number, stopAsked: Promise<number>): Promise<number> {
  const settings = appSettings(port, standin.world.app.scopes);
  process.stderr.write("Starting the app …\n");
  const app = await runApp(settings);
  const ending = new AbortController();
  try {
    const ended = await Promise.race([
      stopAsked,
      app.ended.then(sayEnded),
      prepare(standin, { settings, signal: ending.signal }),
    ]);
    if (ended !== undefined) return ended;
    process.stdout.write(`candor ready ${JSON.stringify(addresses(standin))}\n`);
    process.stderr.write(`Ctrl-C stops it. What the app writes: ${LOG_FILE}\n`);
    return await Promise.race([stopAsked, app.ended.then(sayEnded)]);
  } finally {
    ending.abort();
    await stop(app);
  }
}

/** Installs the app; on a fresh database also gives it something to do, and waits until that is done. */
async function prepare(standin: Standin, app: Asked): Promise<undefined> {
  await openApp(standin.control);
  const kept = readKept();
  if (kept.filled) return;
  process.stderr.write("Delivering the first webhooks …\n");
  await fillShop(standin.control, app);
  await fillConsent(standin);
  await fillProcessors(standin);
  writeKept({ ...kept, filled: true });
}

function addresses({ urls }: Standin) {
  const store = DEMO_SHOP.split(".")[0] ?? "";
  return {
    admin: `${urls.admin}/store/${store}/apps/candor`,
    storefront: urls.storefront,
    tags: urls.tags,
    mail: urls.mail,
    processors: urls.processors,
    app: urls.app,
  };
}

function refuse(port: number, taken: number): number {
  process.stderr.write(
    `Port ${taken} is taken (the demo uses ${port} to ${port + PORTS - 1}). ` +
      `Stop what runs there, or move the block: PORT=${port + 1000} npm run demo\n`,
  );
  return 1;
}

function sayEnded(code: number): number {
  process.stderr.write(`The app ended with code ${code}.\n${lastWords()}\n`);
  return code === 0 ? 1 : code;
}

async function stop(app: RunningApp): Promise<void> {
  process.stderr.write("Stopping …\n");
  await app.stop();
}
