import { describe, expect, test } from "vitest";
import { readSettings, SettingsMissing } from "./env.server.ts";

const KEY = "MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1ub3BxcnN0dXY=";
const GOOD = {
  SHOPIFY_API_KEY: "key",
  SHOPIFY_API_SECRET: "newest-secret, older-secret",
  SHOPIFY_APP_URL: "https://app.test/",
  SCOPES: "read_customers,read_orders",
  CANDOR_MASTER_KEYS: `new:${KEY},old:${KEY}`,
};

const problems = (source: Record<string, string | undefined>) => {
  try {
    readSettings(source);
    return "";
  } catch (error) {
    if (error instanceof SettingsMissing) return error.message;
    throw error;
  }
};

describe("settings", () => {
  test("are read with lists in their order and sensible defaults", () => {
    expect(readSettings(GOOD)).toMatchObject({
      apiSecrets: ["newest-secret", "older-secret"],
      appUrl: "https://app.test",
      databaseUrl: "pglite:.data/database",
      keysUrl: "folder:.data/keys",
      role: "all",
      port: 3000,
      migrate: true,
    });
    expect(readSettings(GOOD).masterKeys.map(({ id }) => id)).toEqual(["new", "old"]);
  });

  test("that are missing are all named in one message, each with how to make it", () => {
    const message = problems({});
    for (const name of Object.keys(GOOD)) expect(message).toContain(`${name}: is not set (`);
  });

  test("that are empty count as missing", () => {
    expect(problems({ ...GOOD, SCOPES: "" })).toContain("SCOPES: is not set");
  });

  test.each([
    ["CANDOR_MASTER_KEYS", "k1:c2hvcnQ=", "must be 32 bytes"],
    ["CANDOR_MASTER_KEYS", `k1:${Buffer.alloc(32).toString("base64")}`, "is not random"],
    ["CANDOR_MASTER_KEYS", KEY, "must look like id:base64"],
    ["SHOPIFY_API_SECRET", "short", "is too short"],
    ["DATABASE_URL", "mysql://x", "must begin with postgres://"],
    ["CANDOR_ROLE", "boss", "CANDOR_ROLE"],
    ["PORT", "70000", "PORT"],
    ["SMTP_URL", "https://mail.test", "must begin with smtp:// or smtps://"],
    ["SMTP_URL", "smtp://mail.test", "MAIL_FROM: is not set although SMTP_URL is"],
    ["MAIL_FROM", "Rosewood <privacy@mail.test>", "must be one e-mail address"],
  ])("are refused when %s is %j", (name, value, problem) => {
    expect(problems({ ...GOOD, [name]: value })).toContain(problem);
  });

  test("never repeat a secret in their message", () => {
    expect(problems({ ...GOOD, SHOPIFY_API_SECRET: "hush" })).not.toContain("hush");
  });
});
