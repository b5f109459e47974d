import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const here = (file: string) => JSON.stringify(join(import.meta.dirname, file));

/** Both are what app/server.ts does, without the pages. */
const SERVER = `
  import { openStores } from ${here("../start.server.ts")};
  import { answerOps } from ${here("./answer-ops.server.ts")};
  await openStores(true);
  await answerOps();
  process.stdout.write("ready");
  setInterval(() => undefined, 1000);`;
const CLI = `
  import { runOps } from ${here("./run-ops.server.ts")};
  process.exitCode = await runOps(process.argv.slice(2));`;

/** Loads a module as the build does, which knows more than Node does of itself: \`import.meta.glob\`, for one. */
const LOAD = `
  import { createServer } from ${JSON.stringify(pathToFileURL(createRequire(import.meta.url).resolve("vite")).href)};
  const [script, ...args] = process.argv.slice(2);
  process.argv.splice(2, Infinity, ...args);
  const vite = await createServer({
    ...{ configFile: false, logLevel: "error", appType: "custom", root: ${JSON.stringify(process.cwd())} },
    ...{ server: { middlewareMode: true, hmr: false, ws: false, watch: null }, optimizeDeps: { noDiscovery: true } },
  });
  await vite.ssrLoadModule(script);
  if (script.endsWith("cli.ts")) await vite.close();`;

const SHOP = "rosewood.myshopify.com";
let folder = "";
let server: ChildProcess | undefined;

const SETTINGS = () => ({
  SHOPIFY_API_KEY: "test-key",
  SHOPIFY_API_SECRET: "test-secret",
  SHOPIFY_APP_URL: "https://app.test",
  SCOPES: "read_customers",
  CANDOR_MASTER_KEYS: "k1:MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1ub3BxcnN0dXY=",
  CANDOR_DATA_DIR: folder,
});

/** An empty variable counts as absent: the tests must not meet this machine's own settings. */
const ABSENT = Object.fromEntries(
  [...Object.keys(SETTINGS()), "DATABASE_URL", "CANDOR_KEYS_URL", "CANDOR_ROLE", "CANDOR_MIGRATE"].map((name) => [
    name,
    "",
  ]),
);

function run(script: "server" | "cli", args: readonly string[], settings: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [join(folder, "load.mjs"), join(folder, `${script}.ts`), ...args], {
    env: { ...process.env, ...ABSENT, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function ops(args: readonly string[], settings: Record<string, string> = SETTINGS()) {
  const child = run("cli", args, settings);
  const told = { out: "", err: "" };
  child.stdout?.on("data", (chunk: Buffer) => (told.out += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (told.err += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { ...told, code };
}

async function startServer(): Promise<void> {
  server = run("server", [], SETTINGS());
  const { stdout, stderr } = server;
  if (!stdout) throw new Error("the server has no output");
  stderr?.pipe(process.stderr);
  let text = "";
  for await (const chunk of stdout.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    text += chunk.toString();
    if (text.endsWith("ready")) return;
  }
  throw new Error(`the server ended: ${text}`);
}

async function kill(): Promise<void> {
  if (!server) return;
  server.kill("SIGKILL");
  await once(server, "close");
  server = undefined;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "candor-run-ops-"));
  writeFileSync(join(folder, "load.mjs"), LOAD);
  writeFileSync(join(folder, "server.ts"), SERVER);
  writeFileSync(join(folder, "cli.ts"), CLI);
  await startServer();
}, 120_000);
afterAll(async () => {
  await kill();
  rmSync(folder, { recursive: true, force: true });
});

test("the server that has the embedded database answers for the command line", async () => {
  expect(await ops(["shops", "list", "--json"])).toEqual({ code: 0, out: "[]\n", err: "" });
  const { code, out, err } = await ops(["evidence", "verify", "--shop", SHOP, "--json"]);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toMatch(/^This store has no evidence here[^\n]+\.\n$/);
}, 120_000);

test("a server that was not restarted since a key was added refuses to rotate", async () => {
  const { CANDOR_MASTER_KEYS, ...rest } = SETTINGS();
  const key = "k2:ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";
  const { code, err } = await ops(["keys", "rotate"], { ...rest, CANDOR_MASTER_KEYS: `${key},${CANDOR_MASTER_KEYS}` });
  expect(code).toBe(1);
  expect(err).toContain('is "k1"');
}, 120_000);

test("without a server the command line opens the embedded database itself, also after a kill; two at a time wait", async () => {
  await kill();
  expect(statSync(join(folder, "ops.sock")).isSocket()).toBe(true);
  const both = await Promise.all([ops(["shops", "list", "--json"]), ops(["shops", "list", "--json"])]);
  expect(both).toEqual([
    { code: 0, out: "[]\n", err: "" },
    { code: 0, out: "[]\n", err: "" },
  ]);
}, 120_000);

test("--out writes a file for its owner only, and nothing when the command fails", async () => {
  const file = join(folder, "bundle.json");
  expect((await ops(["evidence", "bundle", "--shop", SHOP, "--out", file])).code).toBe(1);
  expect(() => readFileSync(file)).toThrow("ENOENT");
  expect(() => readFileSync(`${file}.partial`)).toThrow("ENOENT");
}, 120_000);

test("missing settings are one message; for the doctor they are lines", async () => {
  const none = { CANDOR_DATA_DIR: folder };
  const told = await ops(["shops", "list"], none);
  expect(told).toMatchObject({ code: 1, out: "", err: expect.stringContaining("SHOPIFY_API_KEY") as string });
  const { code, out } = await ops(["doctor", "--json"], none);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ status: "fail", what: "SCOPES is not set" }));
}, 120_000);

test("wrong usage is told on standard error with exit code 2, help on standard output", async () => {
  expect(await ops(["requests", "list"])).toMatchObject({ code: 2, out: "" });
  expect(await ops(["help"])).toMatchObject({ code: 0, err: "" });
}, 120_000);
