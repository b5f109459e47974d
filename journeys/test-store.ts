/** A store at a local Shopify with the app installed: the stand-in in this process, the built server beside it. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../scripts/free-port.ts";
import { STANDIN_KEY, STANDIN_SECRET, startStandin, type Standin, type StandinOptions } from "../standin/start.ts";
import { DEMO_SHOP } from "../standin/world.ts";
import type { Database } from "./test-database.ts";
import { dataFolder, settingsFor, startServer, type Environment, type Server } from "./test-server.ts";
import { until } from "./test-until.ts";

/** Shopify's library turns programs away: whoever opens the app says that it is a browser. */
export const BROWSER =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

export const STORE = DEMO_SHOP;

/** Both, running, and what belongs to them. */
export interface Store {
  standin: Standin;
  server: Server;
  settings: Environment;
  /** The folder with the server's files. */
  folder: string;
  /** Asks the app for one of its pages as the dashboard does, in the name of a member of staff; with `form` sends it. */
  asStaff: (path: string, form?: URLSearchParams) => Promise<Response>;
  /** Lets so many milliseconds pass for the app; at Shopify too, unless it is said that they don't. */
  pass: (milliseconds: number, where?: "everywhere" | "app") => Promise<void>;
  close: () => Promise<void>;
}

/** One request as `ops requests list` shows it. */
export interface ListedRequest {
  id: string;
  kind: string;
  status: string;
  outcome: string | null;
}

/** Starts both and installs the app by opening it once. */
export async function openStore(
  database: Database,
  other: Environment = {},
  options: Pick<StandinOptions, "home"> = {},
): Promise<Store> {
  const data = dataFolder();
  const port = await freePort();
  const clock = join(data.path, "later");
  let later = 0;
  writeFileSync(clock, "0");
  const standin = await startStandin({ ...options, appUpstream: `http://127.0.0.1:${String(port)}` });
  const settings = settingsFor(database, data.path, {
    SHOPIFY_API_KEY: STANDIN_KEY,
    SHOPIFY_API_SECRET: STANDIN_SECRET,
    SHOPIFY_APP_URL: standin.urls.app,
    SHOPIFY_STANDIN_URL: standin.urls.admin,
    APP_BRIDGE_URL: `${standin.urls.admin}/shopifycloud/app-bridge.js`,
    SMTP_URL: standin.urls.smtp,
    MAIL_FROM: "privacy@candor.example",
    SCOPES: standin.world.app.scopes.join(","),
    PROCESSORS_STANDIN_URL: standin.urls.processors,
    CANDOR_PRIVATE_HOSTS: new URL(standin.urls.processors).host,
    PORT: String(port),
    JOURNEY_LATER: clock,
    ...other,
  });
  const server = await startServer(settings, { preloads: ["standin/preload.ts", "journeys/test-later.ts"] });
  const opened = await fetch(await standin.control.launchUrl(), { headers: { "User-Agent": BROWSER } });
  await opened.arrayBuffer();
  if (!opened.ok) throw new Error(`The app answered ${String(opened.status)} when the store opened it`);
  return {
    standin,
    server,
    settings,
    folder: data.path,
    asStaff: (path, form) => askAsStaff({ standin, server }, path, form),
    pass: async (milliseconds, where = "everywhere") => {
      if (where === "everywhere") await standin.control.advance(milliseconds / 3_600_000);
      standin.world.appClock.advance(milliseconds);
      later += milliseconds;
      writeFileSync(clock, String(later));
      const clocks = server.processes().map((pid) => `${clock}.${String(pid)}`);
      await until("every process of the server has the new time", () =>
        clocks.filter(existsSync).every((one) => readFileSync(one, "utf8") === String(later)) ? true : undefined,
      );
    },
    close: async () => {
      await server.stop();
      await standin.close();
      data.remove();
    },
  };
}

async function askAsStaff(
  { standin, server }: Pick<Store, "standin" | "server">,
  path: string,
  form?: URLSearchParams,
): Promise<Response> {
  const token = await (await fetch(`${standin.urls.admin}/session-token?shop=${STORE}`)).text();
  const headers = { Authorization: `Bearer ${token}`, "User-Agent": BROWSER };
  return fetch(server.url + path, form ? { method: "POST", headers, body: form } : { headers });
}

/** The store's requests, once there are `count` of them and none is open any more. */
export function closedRequests(server: Server, count: number, within = 60_000): Promise<ListedRequest[]> {
  const look = async () => {
    const requests = await server.ops<ListedRequest[]>("requests", "list", "--shop", STORE);
    return requests.length >= count && requests.every(({ status }) => status !== "open") ? requests : undefined;
  };
  return until(`${String(count)} requests are closed`, look, { within, every: 1_000 });
}
