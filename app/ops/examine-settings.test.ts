import { expect, test } from "vitest";
import { readSettings, SettingsMissing } from "../env.server.ts";
import { examineMissing, examineSettings } from "./examine-settings.server.ts";

const RIGHT = {
  SHOPIFY_API_KEY: "key",
  SHOPIFY_API_SECRET: "secret-newest",
  SHOPIFY_APP_URL: "https://app.example.com",
  SCOPES: "read_orders",
  CANDOR_MASTER_KEYS: "k2:ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=,k1:MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1ub3BxcnN0dXY=",
};

function missing(source: Record<string, string>) {
  try {
    readSettings(source);
    return [];
  } catch (error) {
    return error instanceof SettingsMissing ? examineMissing(error) : [];
  }
}

test("complete settings are one line that names the master keys, never the keys themselves", () => {
  const [finding, ...rest] = examineSettings(readSettings(RIGHT));
  expect(finding).toMatchObject({ status: "ok", what: expect.stringContaining('"k2", "k1" (newest first)') as string });
  expect(rest).toEqual([]);
  expect(JSON.stringify(finding)).not.toMatch(/ZmVk|secret-newest/);
});

test("each missing or weak setting is a line of its own that says how to make it", () => {
  const findings = missing({ ...RIGHT, SHOPIFY_API_KEY: "", CANDOR_MASTER_KEYS: "k1:AAAA" });
  expect(findings.map(({ status, what }) => `${status} ${what}`)).toEqual([
    "fail SHOPIFY_API_KEY is not set",
    'fail CANDOR_MASTER_KEYS "k1" must be 32 bytes in base64, it is 3',
  ]);
  expect(findings[1]?.todo).toContain("openssl rand -base64 32");
});

test("an address without TLS is warned of, but not on this machine", () => {
  const warned = (SHOPIFY_APP_URL: string) => examineSettings(readSettings({ ...RIGHT, SHOPIFY_APP_URL })).length > 1;
  expect(warned("http://app.example.com")).toBe(true);
  expect(warned("http://localhost:43102")).toBe(false);
});

test("keys in the app's own database fail", () => {
  const at = (DATABASE_URL: string, CANDOR_KEYS_URL: string) =>
    examineSettings(readSettings({ ...RIGHT, DATABASE_URL, CANDOR_KEYS_URL })).some(({ status }) => status === "fail");
  expect(at("postgres://a:b@db/candor", "postgres://c:d@db:5432/candor")).toBe(true);
  expect(at("postgres://a:b@db/candor", "postgres://a:b@db/candor_keys")).toBe(false);
  expect(at("postgres://a:b@db/candor", "folder:/var/lib/candor/keys")).toBe(false);
});
