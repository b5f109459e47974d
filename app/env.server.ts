import { z } from "zod";
import type { MasterKey } from "./crypto/master-keys.server.ts";

const HOW: Record<string, string> = {
  SHOPIFY_API_KEY: "the app's client id, from the Shopify Partner dashboard",
  SHOPIFY_API_SECRET: "the app's client secret; several with commas, newest first, while you rotate",
  SHOPIFY_APP_URL: "the public https address of this app",
  SCOPES: "the access scopes of shopify.app.toml, separated by commas",
  CANDOR_MASTER_KEYS: 'one or more "id:key", newest first; make one with: echo "k1:$(openssl rand -base64 32)"',
  CANDOR_KEYS_URL: "folder:DIR, or postgres://… of a database that is not this app's own; default: a folder",
  SMTP_URL: "smtps://user:password@host, or smtp://…:587, which must offer STARTTLS",
  MAIL_FROM: "the address that mails come from, such as privacy@mail.example.com",
  CANDOR_ROLE: "web, worker or all (default)",
  PORT: "the port to listen on (default 3000)",
  DATABASE_URL: "postgres://user:password@host/name; leave it out for the embedded database",
};

const list = (value: string) =>
  value
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);

const masterKey = z.string().transform((text, ctx): MasterKey => {
  const at = text.indexOf(":");
  const id = text.slice(0, at);
  const key = Buffer.from(text.slice(at + 1), "base64");
  if (at < 1 || id.length > 64) ctx.addIssue("must look like id:base64");
  else if (key.length !== 32) ctx.addIssue(`"${id}" must be 32 bytes in base64, it is ${String(key.length)}`);
  else if (new Set(key).size < 8) ctx.addIssue(`"${id}" is not random: make a new one`);
  return { id, key };
});

const fields = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^(postgres(ql)?:\/\/|pglite:)/, "must begin with postgres:// (or pglite: and a folder)")
    .optional(),
  CANDOR_DATA_DIR: z.string().min(1).default(".data"),
  CANDOR_KEYS_URL: z
    .string()
    .regex(/^(postgres(ql)?:\/\/|folder:)/, "must begin with postgres:// or folder:")
    .optional(),
  SHOPIFY_API_KEY: z.string().min(1),
  SHOPIFY_API_SECRET: z
    .string()
    .transform(list)
    .pipe(z.array(z.string().min(8, "is too short")).min(1)),
  SHOPIFY_APP_URL: z.url({ protocol: /^https?$/ }),
  SCOPES: z.string().transform(list).pipe(z.array(z.string()).min(1)),
  CANDOR_MASTER_KEYS: z.string().transform(list).pipe(z.array(masterKey).min(1)),
  CANDOR_ROLE: z.enum(["web", "worker", "all"]).default("all"),
  CANDOR_MIGRATE: z.enum(["yes", "no"]).default("yes"),
  CANDOR_LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).optional(),
  APP_BRIDGE_URL: z.url().optional(),
  CANDOR_PRIVATE_HOSTS: z
    .string()
    .transform(list)
    .pipe(z.array(z.string().regex(/^[^\s/@]+$/, "must be hosts, such as crm.internal:8443, without https://")))
    .default([]),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must begin with smtp:// or smtps://" }).optional(),
  MAIL_FROM: z.email("must be one e-mail address, without a name").optional(),
});

/** A mail server needs an address that mails come from. */
const schema = fields.superRefine(({ SMTP_URL, MAIL_FROM }, ctx) => {
  if (SMTP_URL !== undefined && MAIL_FROM === undefined)
    ctx.addIssue({ code: "custom", path: ["MAIL_FROM"], message: "is not set although SMTP_URL is" });
});

/** Everything that can be set from outside, checked. Lists keep their order: newest first. */
export interface Settings {
  /** `postgres://…`, or `pglite:FOLDER` for the embedded database. */
  databaseUrl: string;
  databasePoolSize: number | undefined;
  /** Folder for the embedded database, keys and sockets. */
  dataDir: string;
  /** Where the keys of persons live, outside the database: `folder:DIR` or `postgres://…`. */
  keysUrl: string;
  apiKey: string;
  apiSecrets: readonly string[];
  appUrl: string;
  scopes: readonly string[];
  masterKeys: readonly MasterKey[];
  role: "web" | "worker" | "all";
  migrate: boolean;
  logLevel: "debug" | "info" | "warn" | "error" | "silent";
  /** Another address for Shopify's App Bridge script; only for local development. */
  appBridgeUrl: string | undefined;
  /** Hosts (with the port, where it is not the usual one) that may be called although they are not public, also by http. */
  privateHosts: readonly string[];
  port: number;
  /** The mail server and the address that mails come from; undefined: mails wait in the outbox. */
  mail: { serverUrl: string; from: string } | undefined;
}

/** Settings are missing or weak: the message names each one and says how to make it. */
export class SettingsMissing extends Error {
  constructor(problems: readonly string[]) {
    super(
      `Candor cannot start: ${String(problems.length)} setting(s) to mend.\n${problems.join("\n")}\nSee .env.example.`,
    );
    this.name = "SettingsMissing";
  }
}

/** Reads settings from an environment. An empty variable counts as absent. Throws `SettingsMissing`. */
export function readSettings(source: Readonly<Record<string, string | undefined>>): Settings {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const read = schema.safeParse(present);
  if (!read.success) throw new SettingsMissing(read.error.issues.map((issue) => explain(issue, present)));
  const env = read.data;
  return Object.freeze({
    databaseUrl: env.DATABASE_URL ?? `pglite:${env.CANDOR_DATA_DIR}/database`,
    databasePoolSize: env.DATABASE_POOL_SIZE,
    dataDir: env.CANDOR_DATA_DIR,
    keysUrl: env.CANDOR_KEYS_URL ?? `folder:${env.CANDOR_DATA_DIR}/keys`,
    apiKey: env.SHOPIFY_API_KEY,
    apiSecrets: env.SHOPIFY_API_SECRET,
    appUrl: env.SHOPIFY_APP_URL.replace(/\/$/, ""),
    scopes: env.SCOPES,
    masterKeys: env.CANDOR_MASTER_KEYS,
    role: env.CANDOR_ROLE,
    migrate: env.CANDOR_MIGRATE === "yes",
    logLevel: env.CANDOR_LOG_LEVEL,
    appBridgeUrl: env.APP_BRIDGE_URL,
    privateHosts: env.CANDOR_PRIVATE_HOSTS,
    port: env.PORT,
    mail: env.SMTP_URL && env.MAIL_FROM ? { serverUrl: env.SMTP_URL, from: env.MAIL_FROM } : undefined,
  });
}

function explain(issue: z.core.$ZodIssue, present: Record<string, unknown>): string {
  const name = String(issue.path[0] ?? "?");
  const problem = name in present || issue.code === "custom" ? issue.message : "is not set";
  return `  ${name}: ${problem}${HOW[name] ? ` (${HOW[name]})` : ""}`;
}

let current: Settings | undefined;

/** The settings of this process, read once. Throws `SettingsMissing`. */
export function settings(): Settings {
  return (current ??= readSettings(process.env));
}

/** Puts other settings in place, for tests and for the command line, which needs fewer of them. */
export function useSettings(other: Settings): void {
  current = other;
}
