import { rmSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { serveAdmin } from "./admin/serve-admin.ts";
import { makeClock } from "./clock.ts";
import { makeControl, type Control } from "./control/control.ts";
import { runDue } from "./deliveries/pass-time.ts";
import { bulkFolder } from "./graphql/bulk/start-bulk-query.ts";
import { loadSchema } from "./graphql/load-schema.ts";
import { serveMailbox } from "./mailbox/serve-mailbox.ts";
import { serveProcessors } from "./processors/serve-processors.ts";
import { readAppConfig, type AppConfig } from "./read-app-config.ts";
import { openState, type StateFile } from "./state.ts";
import { serveStorefront } from "./storefront/serve-storefront.ts";
import { serveTags, type TagHosts } from "./tags/serve-tags.ts";
import { serveTunnel } from "./tunnel/serve-tunnel.ts";
import { DEMO_SHOP, processorsState, shopState, type Settings, type Urls, type World } from "./world.ts";

/** The only credentials that the stand-in knows; they work nowhere else. */
export const STANDIN_KEY = "candor-standin-key";
export const STANDIN_SECRET = "candor-standin-secret";

export interface StandinOptions extends Partial<Settings> {
  /** The stand-in takes this port and the six after it; 0 takes seven free ones. */
  port?: number;
  /** Scopes instead of those in `shopify.app.toml`. */
  scopes?: readonly string[];
  /** State is kept in this folder; absent: in memory only. */
  dataDir?: string;
  /** Another `shopify.app.toml`. */
  appConfig?: AppConfig;
}

export interface Standin {
  urls: Urls;
  control: Control;
  world: World;
  tags: TagHosts;
  close(): Promise<void>;
}

/** Real secrets must never meet a server that signs anything for anybody. */
function refuseProduction(secrets: readonly string[]): void {
  const others = secrets.some((secret) => !secret.startsWith(STANDIN_SECRET));
  if (process.env["NODE_ENV"] === "production" && others)
    throw new Error(
      `The stand-in does not start in production with other secrets than its own ("${STANDIN_SECRET}…").`,
    );
}

function makeWorld(options: StandinOptions, file: StateFile, urls: Urls): World {
  const toml = options.appConfig ?? readAppConfig(new URL("../shopify.app.toml", import.meta.url));
  return {
    settings: {
      appUpstream: options.appUpstream ?? "http://localhost:43100",
      apiKey: options.apiKey ?? STANDIN_KEY,
      apiSecrets: options.apiSecrets ?? [STANDIN_SECRET],
      tokenTtl: options.tokenTtl ?? 3600,
      seed: options.seed ?? "rosewood",
      small: options.small ?? false,
      home: options.home,
      extension: options.extension ?? fileURLToPath(new URL("../extensions/consent-banner", import.meta.url)),
    },
    app: { ...toml, scopes: options.scopes ?? toml.scopes },
    clock: makeClock(file.state.ahead),
    appClock: makeClock(),
    state: file.state,
    bucket: { maximum: 2000, perSecond: 100 },
    faults: {
      apiDelay: 0,
      apiStatus: 500,
      apiFailures: 0,
      apiLies: [],
      privacyDelay: 150,
      privacyApi: "ok",
      consentFailures: 0,
    },
    urls,
    visits: { views: [], privacyCalls: [] },
    changed: () => {
      file.changed();
    },
  };
}

/** Starts every server of the stand-in. Throws when a port is taken, or in production with real secrets. */
export async function startStandin(options: StandinOptions = {}): Promise<Standin> {
  refuseProduction(options.apiSecrets ?? [STANDIN_SECRET]);
  const base = options.port ?? 0;
  const port = (offset: number): number => (base === 0 ? 0 : base + offset);
  const late: { world?: World; control?: Control } = {};
  const world = (): World => {
    if (late.world === undefined) throw new Error("The stand-in is still starting");
    return late.world;
  };
  const control = (): Control => (late.control ??= makeControl(world()));
  const admin = await serveAdmin(port(0), world, control);
  const tunnel = await serveTunnel(port(1), world);
  const storefront = await serveStorefront(port(2), world);
  const mailbox = await serveMailbox({ page: port(3), smtp: port(4) });
  const tags = await serveTags(port(5), world);
  const processors = await serveProcessors(
    port(6),
    () => processorsState(world()),
    () => {
      world().changed();
    },
  );
  const urls = {
    app: tunnel.url,
    admin: admin.url,
    storefront: storefront.url,
    mail: mailbox.page.url,
    smtp: `smtp://localhost:${String(mailbox.smtp)}`,
    tags: tags.url,
    processors: processors.url,
  };
  const file = openState(options.dataDir);
  const made = makeWorld(options, file, urls);
  late.world = made;
  shopState(made, DEMO_SHOP);
  // Ready before the first query, except in tests that want to be quick.
  if (!made.settings.small) setTimeout(loadSchema, 0).unref();
  const timer = setInterval(() => void runDue(made), 5000).unref();
  return {
    urls,
    control: control(),
    world: made,
    tags,
    close: async () => {
      clearInterval(timer);
      await Promise.all([admin, tunnel, storefront, mailbox, tags, processors].map((server) => server.close()));
      file.flush();
      const folder = bulkFolder(made);
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

const list = (text: string): string[] => text.split(",").map((part) => part.trim());

/** Settings of the command line: the same names that the app reads, and STANDIN_* for the rest. */
function optionsFromEnvironment(env: NodeJS.ProcessEnv): StandinOptions {
  const given = (name: string, key: keyof StandinOptions, read: (text: string) => unknown): StandinOptions =>
    env[name] === undefined || env[name] === "" ? {} : { [key]: read(env[name]) };
  return {
    port: Number(env["STANDIN_PORT"] ?? 43101),
    appUpstream: env["APP_UPSTREAM"] ?? `http://localhost:${env["PORT"] ?? "43100"}`,
    small: env["STANDIN_SMALL"] === "1",
    ...given("SHOPIFY_API_SECRET", "apiSecrets", list),
    ...given("SHOPIFY_API_KEY", "apiKey", String),
    ...given("SCOPES", "scopes", list),
    ...given("STANDIN_DATA_DIR", "dataDir", String),
    ...given("STANDIN_SEED", "seed", String),
    ...given("STANDIN_TOKEN_TTL", "tokenTtl", Number),
  };
}

async function main(): Promise<void> {
  const standin = await startStandin(optionsFromEnvironment(process.env));
  loadSchema();
  console.log(`stand-in ready ${JSON.stringify(standin.urls)}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      void standin.close().then(() => process.exit(0));
    });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
