import { parseArgs } from "node:util";
import { helpText, isCommand, specOf, usageOf, type CommandName } from "./commands.ts";

/** A command that can be carried out. `options` are as its table in `commands.ts` says. */
export interface Command {
  kind: "run";
  name: CommandName;
  options: Readonly<Record<string, string | boolean | undefined>>;
  json: boolean;
}

/** What was asked: a command, for help, or something that is no command, with the words to answer. */
export type Parsed = Command | { kind: "help"; text: string } | { kind: "wrong"; text: string };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const isUuid = (value: string) => (UUID.test(value) ? undefined : "must be an id such as requests list shows");

/** What is wrong with an option's value, in words that follow its name. */
const CHECKS: Readonly<Record<string, (value: string) => string | undefined>> = {
  shop: (value) => (/^[a-z0-9][a-z0-9.-]*$/.test(value) ? undefined : "must be a store's myshopify.com domain"),
  id: isUuid,
  job: isUuid,
  limit: (value) => (/^[1-9]\d{0,8}$/.test(value) ? undefined : "must be a whole number from 1"),
  regions: (value) =>
    /^\s*[a-z]{2}(-[a-z0-9]{1,3})?(\s*,\s*[a-z]{2}(-[a-z0-9]{1,3})?)*\s*$/i.test(value)
      ? undefined
      : "must be codes of countries or their parts, such as DE,GB,US-CA",
  email: (value) => (value.includes("@") ? undefined : "must be an e-mail address"),
};

/** Reads the words after `ops`. Never throws; a message names an option, never its value. */
export function parseCommand(args: readonly string[]): Parsed {
  const { name, rest } = split(args.filter((word) => word !== "--json"));
  if (name === "help" || rest.includes("--help")) return { kind: "help", text: helpAbout(name) };
  if (name === "") return { kind: "wrong", text: helpText() };
  if (!isCommand(name)) return { kind: "wrong", text: `There is no command "${name}".\n\n${helpText()}` };
  const options = readOptions(name, rest);
  const problem = typeof options === "string" ? options : problemOf(name, options);
  if (problem !== undefined || typeof options === "string")
    return { kind: "wrong", text: `${problem ?? ""}\n${usageOf(name)}\n` };
  return { kind: "run", name, options, json: args.includes("--json") };
}

/** The words before the first option are the command's name. */
function split(words: readonly string[]): { name: string; rest: string[] } {
  const first = words.findIndex((word) => word.startsWith("-"));
  const end = first < 0 ? words.length : first;
  return { name: words.slice(0, end).join(" "), rest: words.slice(end) };
}

function helpAbout(name: string): string {
  return isCommand(name) ? `${usageOf(name)}\n${specOf(name).does}\n` : helpText();
}

/** The options, or what is wrong with them. */
function readOptions(name: CommandName, args: string[]): Command["options"] | string {
  const known = Object.entries(specOf(name).options).map(([option, need]) => {
    return [option, { type: need === "flag" ? "boolean" : "string" }] as const;
  });
  try {
    const { values } = parseArgs({ args, options: Object.fromEntries(known), strict: true, allowPositionals: false });
    const { shop } = values;
    return { ...values, ...(typeof shop === "string" && { shop: shop.trim().toLowerCase() }) };
  } catch {
    return "An option is unknown, or lacks its value.";
  }
}

function problemOf(name: CommandName, options: Command["options"]): string | undefined {
  const { options: needs, oneOf } = specOf(name);
  const missing = Object.keys(needs).find((option) => needs[option] === "required" && options[option] === undefined);
  if (missing !== undefined) return `--${missing} is missing.`;
  if (oneOf && !oneOf.some((option) => options[option] !== undefined))
    return `One of ${oneOf.map((option) => `--${option}`).join(", ")} is needed.`;
  return wrongStatus(name, options) ?? wrongValue(options);
}

function wrongStatus(name: CommandName, { status }: Command["options"]): string | undefined {
  const { statuses } = specOf(name);
  if (!statuses || typeof status !== "string" || statuses.includes(status)) return undefined;
  return `--status must be one of ${statuses.join(", ")}.`;
}

function wrongValue(options: Command["options"]): string | undefined {
  for (const [option, value] of Object.entries(options)) {
    const wrong = typeof value === "string" ? CHECKS[option]?.(value) : undefined;
    if (wrong !== undefined) return `--${option} ${wrong}.`;
  }
  return undefined;
}
