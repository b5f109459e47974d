import { execFileSync, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { ESLint } from "eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plant } from "./plant.ts";
import { PLANTED_CODE } from "./planted-code.ts";
import { PLANTED_IMPORTS } from "./planted-imports.ts";

interface Cruise {
  summary: { violations: { from: string; rule: { name: string } }[] };
}

interface RuleSet {
  forbidden: { name: string }[];
  required: { name: string }[];
}

/** Which rules each file broke. */
type Broken = Map<string, string[]>;

describe("dependency rules", () => {
  let folder = "";
  let broken: Broken = new Map();

  beforeAll(() => {
    folder = plant(Object.assign({}, ...PLANTED_IMPORTS.map(({ files }) => files)) as Record<string, string>);
    broken = cruise(folder);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each(PLANTED_IMPORTS)("$rule speaks, and no other rule, when $breaks breaks it", ({ rule, breaks }) => {
    expect(broken.get(breaks)).toEqual([rule]);
  });

  it("are all tried here", () => {
    const require = createRequire(import.meta.url);
    const { forbidden, required } = require("../.dependency-cruiser.cjs") as RuleSet;
    const configured = [...forbidden, ...required].map(({ name }) => name);
    expect([...new Set(PLANTED_IMPORTS.map(({ rule }) => rule))].sort()).toEqual(configured.sort());
  });
});

function cruise(folder: string): Broken {
  const program = join(process.cwd(), "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
  const roots = ["app", "extensions", "standin", "verify"];
  const { stdout } = spawnSync(process.execPath, [program, "-T", "json", ...roots], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const broken: Broken = new Map();
  for (const { from, rule } of (JSON.parse(stdout) as Cruise).summary.violations) {
    broken.set(from, [...new Set([...(broken.get(from) ?? []), rule.name])]);
  }
  return broken;
}

describe("eslint rules", () => {
  let folder = "";
  let found = new Map<string, { ruleId: string | null; message: string }[]>();

  beforeAll(async () => {
    folder = plant(Object.fromEntries(PLANTED_CODE.map(({ file, code }) => [file, code])));
    const results = await new ESLint({ cwd: folder }).lintFiles(["."]);
    found = new Map(results.map(({ filePath, messages }) => [relative(folder, filePath), messages]));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each(PLANTED_CODE)("$rule speaks about $file", ({ file, rule, says }) => {
    expect(found.get(file)).toContainEqual(
      expect.objectContaining({ ruleId: rule, message: expect.stringMatching(says) as string }),
    );
  });

  it("cannot be switched off by a comment", async () => {
    const code = "/* eslint-disable */\nexport const at = () => new Date();\n";
    const [result] = await new ESLint({ cwd: folder }).lintText(code, {
      filePath: join(folder, "app/jobs/new-date.ts"),
    });
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain("no-restricted-syntax");
  });

  it("leave a pure file alone", async () => {
    const code = "/** Doubles. */\nexport const twice = (n: number): number => n * 2;\n";
    const [result] = await new ESLint({ cwd: folder }).lintText(code, { filePath: join(folder, "app/jobs/many.ts") });
    expect(result?.messages).toEqual([]);
  });
});

describe("the type checker", () => {
  it("refuses what Node cannot strip: an enum", () => {
    const folder = plant({ "app/jobs/kind.ts": "export enum Kind {\n  One,\n}\n" });
    const tsc = join(process.cwd(), "node_modules/typescript/bin/tsc");
    expect(() =>
      execFileSync(process.execPath, [tsc, "--noEmit", "--incremental", "false"], { cwd: folder, stdio: "pipe" }),
    ).toThrow();
    rmSync(folder, { recursive: true });
  });
});
