import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Put together from halves, so that this file does not hold what it looks for. */
const word = (...halves: string[]) => halves.join("");

const FORBIDDEN: Record<string, RegExp> = {
  "unfinished work": new RegExp(`\\b(${word("TO", "DO")}|${word("FIX", "ME")})\\b`),
  "a test that is left out": new RegExp(
    `\\b(it|test|describe)\\.(${word("on", "ly")}|${word("sk", "ip")}|${word("to", "do")})\\b`,
  ),
  "a module mock": new RegExp(`\\b${word("vi", "\\.")}(mock|doMock)\\(`),
  "a rule switched off": new RegExp(
    `${word("eslint-", "disable")}|@${word("ts-", "ignore")}|@${word("ts-", "nocheck")}`,
  ),
  "a path of one machine": new RegExp(`(^|[\\s"'\`(=])/(${["work", "home", "Users", "root"].join("|")})/`, "m"),
  "a package registry": new RegExp(
    `\\b(${word("registry", "\\.")}(npmjs|yarnpkg)|${word("npm", "\\.pkg\\.github")})\\b`,
  ),
};

/** This file and the planted violations hold forbidden words in order to look for them. */
const LEFT_OUT = /^(checks\/(clean-text\.test|planted-code|rules\.test)\.ts)$/;

const BINARY = /\.(gz|png|ico|jpg|woff2?|zip)$/;

/** Everything in git, and everything about to be: what is neither committed nor ignored. */
function trackedFiles(): string[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"]).toString();
  const files = listed.split("\0").filter((file) => file !== "" && !LEFT_OUT.test(file) && !BINARY.test(file));
  return files.filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}

const texts = trackedFiles().map((file) => ({ file, text: readFileSync(file, "utf8") }));

describe("no file holds", () => {
  it.each(Object.entries(FORBIDDEN))("%s", (_what, pattern) => {
    expect(texts.filter(({ text }) => pattern.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it("a name without an end", () => {
    const endless = /(^|\/)(utils?|helpers?|common|misc|service|manager)(\.server)?\.[jt]sx?$/i;
    expect(texts.map(({ file }) => file).filter((file) => endless.test(file))).toEqual([]);
  });
});

describe("the search finds", () => {
  it.each([
    ["unfinished work", word("// TO", "DO later")],
    ["a test that is left out", word("it.sk", 'ip("x")')],
    ["a module mock", word("vi.", 'mock("./x.ts")')],
    ["a rule switched off", word("// eslint-", "disable-next-line")],
    ["a path of one machine", word('"/ho', 'me/me/project"')],
    ["a package registry", word("https://registry.", "npmjs.org/x")],
  ])("%s", (what, text) => {
    expect(FORBIDDEN[what]?.test(text)).toBe(true);
  });
});
