import { describe, expect, it, test } from "vitest";
import { cellText, factLines, findingLine, type Result } from "./result.ts";
import { writeResult } from "./write-result.server.ts";

async function written(result: Result, json: boolean): Promise<{ text: string; exitCode: number }> {
  let text = "";
  const exitCode = await writeResult(result, json, (piece) => {
    text += piece;
    return Promise.resolve();
  });
  return { text, exitCode };
}

test("a finding is a line, with what to do where something has to be done", () => {
  expect(findingLine({ status: "ok", check: "disk", what: "9 MiB free", todo: null })).toBe("ok   disk: 9 MiB free");
  expect(findingLine({ status: "warn", check: "disk", what: "9 MiB free", todo: "Make room." })).toBe(
    "warn disk: 9 MiB free — Make room.",
  );
});

test("nothing is a dash, a time is ISO 8601", () => {
  expect([null, undefined, "", []].map(cellText)).toEqual(["-", "-", "-", "-"]);
  expect(cellText(new Date(0))).toBe("1970-01-01T00:00:00.000Z");
});

test("facts inside facts are indented, and a list of them has a dash each", () => {
  const facts = {
    total: 2,
    tables: [
      { table: "Delivery", rows: 1 },
      { table: "Shop", rows: 1 },
    ],
    none: [],
  };
  expect(factLines(facts)).toEqual([
    "total: 2",
    "tables:",
    "- table: Delivery",
    "  rows: 1",
    "- table: Shop",
    "  rows: 1",
    "none: -",
  ]);
});

describe("with --json", () => {
  it("rows are one array, also when there are none", async () => {
    expect((await written({ kind: "rows", rows: [] }, true)).text).toBe("[]\n");
    const { text } = await written({ kind: "rows", rows: [{ a: 1 }, { a: null }] }, true);
    expect(JSON.parse(text)).toEqual([{ a: 1 }, { a: null }]);
  });

  it("facts are one object, and bad ones end with 1", async () => {
    expect(await written({ kind: "facts", facts: { ok: true } }, true)).toEqual({ text: '{"ok":true}\n', exitCode: 0 });
    expect(await written({ kind: "facts", facts: { ok: false }, isBad: true }, true)).toMatchObject({ exitCode: 1 });
  });
});

test("rows as text have a heading, and say so when there are none", async () => {
  expect((await written({ kind: "rows", rows: [{ id: "abc", n: 1 }] }, false)).text).toBe("id   n\nabc  1\n");
  expect((await written({ kind: "rows", rows: [] }, false)).text).toBe("Nothing.\n");
});

test("a finding that fails is exit code 1, one that warns is not", async () => {
  const finding = { check: "x", what: "y", todo: null };
  expect(await written({ kind: "findings", findings: [{ ...finding, status: "fail" }] }, false)).toMatchObject({
    exitCode: 1,
  });
  expect(await written({ kind: "findings", findings: [{ ...finding, status: "warn" }] }, true)).toMatchObject({
    exitCode: 0,
  });
});
