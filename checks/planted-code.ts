/** One violation of each eslint rule of our own: a file, what it says, and the words of the message it must earn. */
export interface PlantedCode {
  file: string;
  code: string;
  rule: string;
  says: RegExp;
}

const long = (lines: number) => "export const rows = [\n" + "  1,\n".repeat(lines) + "];\n";
const longFunction = `export function sum(): number {\n  let n = 0;\n${"  n += 1;\n".repeat(60)}  return n;\n}\n`;
const branches = Array.from({ length: 10 }, (_, n) => `  if (n === ${n}) return ${n + 1};\n`).join("");

const syntax = (file: string, says: RegExp, code: string): PlantedCode => ({
  file,
  code,
  rule: "no-restricted-syntax",
  says,
});

export const PLANTED_CODE: readonly PlantedCode[] = [
  { file: "app/jobs/long-file.ts", code: long(260), rule: "max-lines", says: /250/ },
  { file: "scripts/long-file.mjs", code: long(260), rule: "max-lines", says: /250/ },
  { file: "app/jobs/long-function.ts", code: longFunction, rule: "max-lines-per-function", says: /60/ },
  {
    file: "app/jobs/branchy.ts",
    code: `export function f(n: number): number {\n${branches}  return 0;\n}\n`,
    rule: "complexity",
    says: /10/,
  },
  {
    file: "app/jobs/many.ts",
    code: "export const f = (a: number, b: number, c: number, d: number, e: number) => a + b + c + d + e;\n",
    rule: "max-params",
    says: /5/,
  },
  {
    file: "app/jobs/settings.server.ts",
    code: "export const { env } = process;\n",
    rule: "no-restricted-properties",
    says: /env\.server\.ts/,
  },
  {
    file: "app/jobs/settings.import.server.ts",
    code: 'export { env } from "node:process";\n',
    rule: "no-restricted-imports",
    says: /env\.server\.ts/,
  },
  { file: "app/jobs/print.server.ts", code: 'console.log("x");\n', rule: "no-console", says: /console/ },
  {
    file: "app/jobs/mocks.test.ts",
    code: 'import { vi } from "vitest";\nvi.mock("./run.server.ts");\n',
    rule: "no-restricted-properties",
    says: /real module/,
  },
  {
    file: "standin/skipped.test.ts",
    code: 'import { it } from "vitest";\nit.skip("later", () => undefined);\n',
    rule: "no-restricted-syntax",
    says: /Every test/,
  },
  syntax("app/jobs/barrel.server.ts", /barrels/, 'export * from "./run.server.ts";\n'),
  syntax("app/jobs/new-date.ts", /`now`/, "export const at = () => new Date();\n"),
  syntax("app/jobs/call-date.ts", /`now`/, "export const at = () => Date();\n"),
  syntax("app/jobs/date-now.ts", /`now`/, "export const at = () => Date.now();\n"),
  syntax(
    "app/jobs/temporal-now.ts",
    /`now`/,
    'import { Temporal } from "temporal-polyfill";\nexport const at = () => Temporal.Now.instant();\n',
  ),
  syntax("app/jobs/random.ts", /random/, "export const id = () => Math.random();\n"),
  syntax("app/jobs/async.ts", /wait/, "export const wait = async (n: Promise<number>) => n;\n"),
  syntax("app/jobs/await.ts", /wait/, "export const n = await (0 as unknown as Promise<number>);\n"),
  syntax("app/jobs/promise.ts", /wait/, "export const n = new Promise<number>((resolve) => {\n  resolve(1);\n});\n"),
  syntax("app/jobs/locale.ts", /locale/, "export const say = (n: number) => n.toLocaleString();\n"),
  {
    file: "app/jobs/global.ts",
    code: 'export const bytes = () => Buffer.from("x");\n',
    rule: "no-restricted-globals",
    says: /pass in/,
  },
];
