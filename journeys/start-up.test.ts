import { describe, expect, it } from "vitest";
import { BEST } from "./test-database.ts";
import { completeSettings, dataFolder, runServer, type Environment } from "./test-server.ts";

const REQUIRED = ["SHOPIFY_API_KEY", "SHOPIFY_API_SECRET", "SHOPIFY_APP_URL", "SCOPES", "CANDOR_MASTER_KEYS"] as const;

/** Lines of the message that name a setting. */
const named = (message: string) => [...message.matchAll(/^ {2}([A-Z_]+): (.+)$/gm)].map(([, name]) => name);

async function start(settings: Environment) {
  const folder = dataFolder();
  try {
    return await runServer({ CANDOR_DATA_DIR: folder.path, ...settings });
  } finally {
    folder.remove();
  }
}

describe("starting with settings that are not good enough", () => {
  it("names every missing setting and how to make it, in one message, with exit code 1 and no stack", async () => {
    const { code, stdout, stderr } = await start({});
    expect(code).toBe(1);
    expect(named(stderr).sort()).toEqual([...REQUIRED].sort());
    expect(stderr).toContain("openssl rand -base64 32");
    expect(stderr).toContain(".env.example");
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stdout).toBe("");
  });

  it("counts an empty setting as missing", async () => {
    const { code, stderr } = await start({ ...completeSettings(), SHOPIFY_API_SECRET: "" });
    expect(code).toBe(1);
    expect(named(stderr)).toEqual(["SHOPIFY_API_SECRET"]);
  });

  it("names every weak setting, and never repeats a secret", async () => {
    const weak = {
      SHOPIFY_API_SECRET: "short",
      SHOPIFY_APP_URL: "candor.example.com",
      CANDOR_MASTER_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")},k2:c2hvcnQ=`,
      DATABASE_URL: "mysql://root@localhost/candor",
      CANDOR_ROLE: "both",
      PORT: "a lot",
    };
    const { code, stdout, stderr } = await start({ ...completeSettings(), ...weak });
    expect(code).toBe(1);
    expect(new Set(named(stderr))).toEqual(new Set(Object.keys(weak)));
    expect(stderr).toMatch(/"k1" is not random/);
    expect(stderr).toMatch(/"k2" must be 32 bytes/);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stdout + stderr).not.toContain("c2hvcnQ");
    expect(stdout + stderr).not.toContain(Buffer.alloc(32, 7).toString("base64"));
  });
});

describe("starting on an empty database", () => {
  it("without leave to migrate says what is missing and who can mend it", async () => {
    const database = await BEST.make();
    const not = { DATABASE_URL: database.url, CANDOR_ROLE: "web", CANDOR_MIGRATE: "no" };
    const { code, stdout, stderr } = await start({ ...completeSettings(), ...not });
    await database.drop();
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^Candor cannot start: The database lacks \d+ of Candor's migrations .*CANDOR_MIGRATE=yes.*\n$/,
    );
    expect(stdout).toBe("");
  });
});
