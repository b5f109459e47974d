import { describe, expect, it, test } from "vitest";
import { COMMANDS, helpText } from "./commands.ts";
import { parseCommand } from "./parse-command.server.ts";

const ID = "0199a5f0-7e1c-7000-8000-000000000001";
const parse = (line: string) => parseCommand(line.split(" ").filter(Boolean));

test("a command is read with its options, and a store's domain in lower case", () => {
  expect(parse("requests list --shop Rosewood.myshopify.com --status open --limit 5 --json")).toEqual({
    kind: "run",
    name: "requests list",
    options: { shop: "rosewood.myshopify.com", status: "open", limit: "5" },
    json: true,
  });
});

test("--json may stand anywhere", () => {
  expect(parse("--json doctor")).toMatchObject({ kind: "run", name: "doctor", json: true });
  expect(parse("doctor")).toMatchObject({ kind: "run", name: "doctor", json: false });
});

describe("wrong usage is told with the usage of the command", () => {
  it.each([
    ["requests list", "--shop is missing."],
    ["requests show --shop a.myshopify.com --id 7", "--id must be an id such as requests list shows."],
    ["requests list --shop a.myshopify.com --status lost", "--status must be one of unverified, open, on-hold"],
    ["requests list --shop a.myshopify.com --limit 0", "--limit must be a whole number from 1."],
    ["requests list --shop https://a.myshopify.com/", "--shop must be a store's myshopify.com domain."],
    ["deliveries list", "One of --shop, --all is needed."],
    ["residue --shop a.myshopify.com", "One of --email, --phone, --customer-id is needed."],
    ["doctor --loud", "An option is unknown, or lacks its value."],
    [`problems retry --job`, "An option is unknown, or lacks its value."],
  ])("%s", (line, message) => {
    const parsed = parse(line);
    expect(parsed).toMatchObject({ kind: "wrong" });
    expect("text" in parsed && parsed.text).toContain(message);
    expect("text" in parsed && parsed.text).toContain("Usage: npm run ops -- ");
  });

  it("never repeats a value, which may be a person's", () => {
    const parsed = parse("residue --shop a.myshopify.com --email anna.example.com --mail anna@example.com");
    expect(JSON.stringify(parsed)).not.toContain("anna");
  });
});

test("an unknown command and no command at all answer with the whole help", () => {
  expect(parse("frobnicate")).toMatchObject({
    kind: "wrong",
    text: `There is no command "frobnicate".\n\n${helpText()}`,
  });
  expect(parse("")).toMatchObject({ kind: "wrong", text: helpText() });
});

test("help is given for all commands, and for one", () => {
  expect(parse("help")).toEqual({ kind: "help", text: helpText() });
  expect(parse("--help")).toEqual({ kind: "help", text: helpText() });
  expect(parse("requests show --help")).toMatchObject({
    kind: "help",
    text: expect.stringContaining("--id ID") as string,
  });
});

test("help names every command", () => {
  for (const name of Object.keys(COMMANDS)) expect(helpText()).toContain(`  ${name}`);
});

test("an id is taken as it is", () => {
  expect(parse(`problems retry --job ${ID}`)).toMatchObject({ kind: "run", options: { job: ID } });
});
