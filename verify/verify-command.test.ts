import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keyNamed, makeBundle } from "./test-bundle.ts";

const folder = mkdtempSync(join(tmpdir(), "candor-verify-"));
const [whole, broken] = [join(folder, "bundle.json"), join(folder, "broken.json")];

beforeAll(async () => {
  const text = await makeBundle({ entries: 8, sealEvery: 3, checkpointEvery: 4 });
  writeFileSync(whole, text);
  writeFileSync(broken, text.replace(/"seq\\":5/, '"seq\\":6'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(...options: string[]): Promise<{ code: number; output: string }> {
  const program = join(import.meta.dirname, "verify.mjs");
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program, ...options], (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, output: stdout + stderr });
    });
  });
}

test("a whole bundle ends with code 0 and one line", async () => {
  const { code, output } = await run(whole);
  expect(output).toMatch(/^OK: the record of rosewood-jewellery\.myshopify\.com .*entries 1 to 8.*\n$/);
  expect(code).toBe(0);
});

test("a broken bundle ends with code 1 and the entry's number", async () => {
  const { code, output } = await run(broken);
  expect(output).toBe("BROKEN: entry 5 was altered\n");
  expect(code).toBe(1);
});

test("a key and an end that were noted elsewhere are compared", async () => {
  const { fingerprint } = keyNamed("the shop's key");
  expect(await run(whole, "--key", fingerprint)).toMatchObject({ code: 0 });
  expect(await run(whole, "--key", keyNamed("another").fingerprint)).toMatchObject({ code: 1 });
  expect(await run(whole, "--head", `3:${"0".repeat(64)}`)).toMatchObject({
    code: 1,
    output: "BROKEN: entry 3 is not the one that you noted\n",
  });
});

test("a file that is not there ends with code 2", async () => {
  expect(await run(join(folder, "nothing.json"))).toMatchObject({ code: 2 });
});
