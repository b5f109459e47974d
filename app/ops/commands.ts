import { DELIVERY_STATUSES } from "../inbox/topics.ts";
import { REQUEST_STATUSES } from "../law/requests.ts";

/** How a command takes an option: it must be there, it may be there, or its presence alone says something. */
export type Need = "required" | "optional" | "flag";

interface CommandSpec {
  /** The options as help shows them. */
  usage: string;
  does: string;
  options: Readonly<Record<string, Need>>;
  /** At least one of these options must be there. */
  oneOf?: readonly string[];
  /** What `--status` may be. */
  statuses?: readonly string[];
  /** Whether it adds a job, for which the queue must be open. */
  addsJob?: boolean;
  /** Whether it needs neither settings nor the database. */
  standsAlone?: boolean;
}

/** Every command of the operator's command line. A new one starts here. */
export const COMMANDS = {
  "shops list": {
    usage: "",
    does: "Stores that have, or had, Candor installed.",
    options: {},
  },
  "requests list": {
    usage: "--shop SHOP [--status STATUS] [--limit N]",
    does: "A store's requests, the next deadline first; all of them unless --limit says how many.",
    options: { shop: "required", status: "optional", limit: "optional" },
    statuses: REQUEST_STATUSES,
  },
  "requests show": {
    usage: "--shop SHOP --id ID",
    does: "One request with its tasks, its package (not the content) and its evidence.",
    options: { shop: "required", id: "required" },
  },
  "requests certificate": {
    usage: "--shop SHOP --id ID",
    does: "What became of a request that has ended, signed, for anyone to check with `npm run verify`.",
    options: { shop: "required", id: "required" },
  },
  "consents list": {
    usage: "--shop SHOP [--limit N]",
    does: "A store's consent records, newest first: 100 unless --limit says otherwise.",
    options: { shop: "required", limit: "optional" },
  },
  "consents show": {
    usage: "--shop SHOP --id RECEIPT",
    does: "One consent record, what replaced it, and whether it is sealed.",
    options: { shop: "required", id: "required" },
  },
  "consents receipt": {
    usage: "--shop SHOP --id RECEIPT [--out FILE]",
    does: "One consent record with its proof, for anyone to check with `npm run verify`.",
    options: { shop: "required", id: "required", out: "optional" },
  },
  "deliveries list": {
    usage: "--shop SHOP|--all [--status STATUS] [--limit N]",
    does: "Webhook deliveries, newest first: 100 unless --limit says otherwise (at most 10000).",
    options: { shop: "optional", all: "flag", status: "optional", limit: "optional" },
    oneOf: ["shop", "all"],
    statuses: DELIVERY_STATUSES,
  },
  "deliveries retry": {
    usage: "--shop SHOP --id ID",
    does: "Carries out again a delivery that needs a look, or whose job failed.",
    options: { shop: "required", id: "required" },
    addsJob: true,
  },
  "problems list": {
    usage: "[--shop SHOP]",
    does: "Background jobs that failed and have not succeeded since.",
    options: { shop: "optional" },
  },
  "problems retry": {
    usage: "[--shop SHOP] --job JOB",
    does: "Runs a failed job again; without --shop, a job of the whole installation.",
    options: { shop: "optional", job: "required" },
    addsJob: true,
  },
  "evidence bundle": {
    usage: "--shop SHOP [--out FILE]",
    does: "The store's whole evidence chain, for anyone to check with `npm run verify`.",
    options: { shop: "required", out: "optional" },
  },
  "evidence verify": {
    usage: "--shop SHOP",
    does: "Checks the store's evidence chain as it stands in the database.",
    options: { shop: "required" },
  },
  "evidence certificate": {
    usage: "--shop SHOP [--all] [--out FILE]",
    does: "The certificate that an erased store leaves behind: the newest, or all of them as a list.",
    options: { shop: "required", all: "flag", out: "optional" },
  },
  "processors list": {
    usage: "--shop SHOP",
    does: "Other companies that hold a store's customers, how each is asked and how it went last time.",
    options: { shop: "required" },
  },
  "processors check": {
    usage: "--shop SHOP [--id PROCESSOR]",
    does: "Tries the connection to each active processor, or to one; touches no person.",
    options: { shop: "required", id: "optional" },
  },
  "storefront examine": {
    usage: "--shop SHOP",
    does: "Looks at the store's storefront now: why its banner may not show, what runs without consent, region policies.",
    options: { shop: "required" },
  },
  residue: {
    usage: "--shop SHOP --email EMAIL [--phone PHONE] [--customer-id ID]",
    does: "Searches every table for a person, as someone with a copy of the database would.",
    options: { shop: "required", email: "optional", phone: "optional", "customer-id": "optional" },
    oneOf: ["email", "phone", "customer-id"],
  },
  metrics: {
    usage: "--shop SHOP [--year YEAR]",
    does: "A year's requests by kind: received, done, in part, denied, and the days that answers took.",
    options: { shop: "required", year: "optional" },
  },
  retention: {
    usage: "--shop SHOP [--dry-run]",
    does: "Carries a store's retention rules out now; with --dry-run only says what is past its period.",
    options: { shop: "required", "dry-run": "flag" },
  },
  "keys rotate": {
    usage: "[--newest KEY]",
    does: "Wraps every key and session under the newest master key; with --newest, only when that is its name.",
    options: { newest: "optional" },
  },
  audit: {
    usage: "--file FILE|- [--regions REGION,…]",
    does: "What a privacy policy (text, Markdown or HTML) says and lacks for buyers in DE,GB,US-CA,CA-QC, or in --regions.",
    options: { file: "required", regions: "optional" },
    standsAlone: true,
  },
  doctor: {
    usage: "",
    does: "Examines settings, database, keys, queue, clock, Shopify and disk; a line each.",
    options: {},
  },
} as const satisfies Record<string, CommandSpec>;

/** The name of a command. */
export type CommandName = keyof typeof COMMANDS;

type Values<O> = {
  readonly [K in keyof O]: O[K] extends "required" ? string : O[K] extends "flag" ? boolean : string | undefined;
};
/** What was given for a command's options. */
export type Options<N extends CommandName> = Values<(typeof COMMANDS)[N]["options"]>;

/** The same facts about any command. */
export function specOf(name: CommandName): CommandSpec {
  return COMMANDS[name];
}

/** Whether words from outside name a command. */
export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

/** How one command is called. */
export function usageOf(name: CommandName): string {
  const { usage } = specOf(name);
  return `Usage: npm run ops -- ${[name, usage, "[--json]"].filter(Boolean).join(" ")}`;
}

/** What the command line can do. */
export function helpText(): string {
  const names = Object.keys(COMMANDS).filter(isCommand);
  const entries = names.map((name) => {
    const { usage, does } = specOf(name);
    return `  ${[name, usage].filter(Boolean).join(" ")}\n      ${does}`;
  });
  return [
    "Usage: npm run ops -- <command> [--json]",
    "",
    ...entries,
    "",
    "SHOP is a store's myshopify.com domain. --json prints exactly one JSON document.",
    "Exit code: 0 done, 1 failed (a sentence on standard error says why), 2 wrong usage.",
    "",
  ].join("\n");
}
