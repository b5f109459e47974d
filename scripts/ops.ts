import { existsSync } from "node:fs";
import { join } from "node:path";
import { startServer } from "./start.ts";

/** What `npm run demo` leaves for us; written out here because this command also runs where no stand-in is installed. */
const DEMO_SETTINGS = join(".data", "demo", "app.env");
const OF_AN_INSTALLATION = ["SHOPIFY_API_KEY", "DATABASE_URL", "CANDOR_DATA_DIR"];

/**
 * `npm run ops -- <command>`: the operator's command line, which is part of the built server. Where nothing was set and
 * a demo was run, it is about the demo.
 */
export default async function ops(args: readonly string[]): Promise<undefined> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const isSet = OF_AN_INSTALLATION.some((name) => Boolean(process.env[name]));
  if (!isSet && existsSync(DEMO_SETTINGS)) process.loadEnvFile(DEMO_SETTINGS);
  await startServer(["ops", ...args]);
}
