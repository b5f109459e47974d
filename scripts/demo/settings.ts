import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { STANDIN_KEY, STANDIN_SECRET } from "../../standin/start.ts";

/** Where everything of the demo lives; `--fresh` removes it. */
export const DEMO_FOLDER = join(".data", "demo");
/** The settings of the last run, as an environment file; scripts/ops.ts reads it. */
const ENV_FILE = join(DEMO_FOLDER, "app.env");
const FILE = join(DEMO_FOLDER, "settings.json");

/** What the demo keeps from run to run. */
interface Kept {
  /** As CANDOR_MASTER_KEYS: without it the data of the last run could not be read. */
  masterKeys: string;
  /** Whether the first webhooks were delivered and carried out. */
  filled: boolean;
}

/** What was kept by an earlier run, or a new master key. */
export function readKept(): Kept {
  if (existsSync(FILE)) return JSON.parse(readFileSync(FILE, "utf8")) as Kept;
  const kept = { masterKeys: `demo:${randomBytes(32).toString("base64")}`, filled: false };
  writeKept(kept);
  return kept;
}

/** Keeps it for the next run, readable by nobody else. */
export function writeKept(kept: Kept): void {
  mkdirSync(DEMO_FOLDER, { recursive: true });
  writeFileSync(FILE, JSON.stringify(kept), { mode: 0o600 });
}

/** The app's settings in the demo. They are also written to `ENV_FILE`, for the operator's command line. */
export function appSettings(port: number, scopes: readonly string[]): Record<string, string> {
  const settings = {
    SHOPIFY_API_KEY: STANDIN_KEY,
    SHOPIFY_API_SECRET: STANDIN_SECRET,
    SHOPIFY_APP_URL: `http://localhost:${port + 2}`,
    SCOPES: scopes.join(","),
    CANDOR_MASTER_KEYS: readKept().masterKeys,
    CANDOR_DATA_DIR: DEMO_FOLDER,
    CANDOR_ROLE: "all",
    CANDOR_MIGRATE: "yes",
    CANDOR_LOG_LEVEL: "info",
    APP_BRIDGE_URL: `http://localhost:${port + 1}/shopifycloud/app-bridge.js`,
    SHOPIFY_STANDIN_URL: `http://localhost:${port + 1}`,
    SMTP_URL: `smtp://localhost:${port + 5}`,
    MAIL_FROM: "privacy@candor.example",
    PROCESSORS_STANDIN_URL: `http://localhost:${port + 7}`,
    CANDOR_PRIVATE_HOSTS: `localhost:${port + 7}`,
    PORT: String(port),
    NODE_ENV: "production",
    // empty counts as absent: the demo is embedded, whatever this machine's environment says
    DATABASE_URL: "",
    CANDOR_KEYS_URL: "",
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(ENV_FILE, lines.join(""), { mode: 0o600 });
  return settings;
}
