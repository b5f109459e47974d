import { existsSync, readFileSync } from "node:fs";
import { parse, type TomlTable, type TomlValue } from "smol-toml";

/** What Shopify would know about the app from its `shopify.app.toml`. */
export interface AppConfig {
  name: string;
  scopes: readonly string[];
  apiVersion: string;
  /** Topic (`customers/redact`) → path or address that it is delivered to. */
  topics: ReadonlyMap<string, string>;
  /** App proxy: shop path `/<prefix>/<subpath>/…` → app path `url`. */
  proxy: { url: string; prefix: string; subpath: string } | undefined;
}

const table = (value: TomlValue | undefined): TomlTable =>
  typeof value === "object" && !Array.isArray(value) && !(value instanceof Date) ? value : {};
const list = (value: TomlValue | undefined): readonly TomlValue[] => (Array.isArray(value) ? value : []);
const text = (value: TomlValue | undefined): string => (typeof value === "string" ? value : "");

function readTopics(webhooks: TomlTable): Map<string, string> {
  const topics = new Map<string, string>();
  for (const subscription of list(webhooks["subscriptions"]).map(table)) {
    for (const key of ["topics", "compliance_topics"]) {
      for (const topic of list(subscription[key])) topics.set(text(topic), text(subscription["uri"]));
    }
  }
  return topics;
}

/** Reads the file. Throws when it is missing or is no TOML. */
export function readAppConfig(file: URL | string): AppConfig {
  if (!existsSync(file))
    throw new Error(`The stand-in reads scopes and topics from ${String(file)}, which is missing.`);
  const toml = parse(readFileSync(file, "utf8"));
  const webhooks = table(toml["webhooks"]);
  const proxy = table(toml["app_proxy"]);
  return {
    name: text(toml["name"]) || "App",
    scopes: text(table(toml["access_scopes"])["scopes"])
      .split(",")
      .map((scope) => scope.trim())
      .filter(Boolean),
    apiVersion: text(webhooks["api_version"]),
    topics: readTopics(webhooks),
    proxy:
      "url" in proxy
        ? { url: text(proxy["url"]), prefix: text(proxy["prefix"]), subpath: text(proxy["subpath"]) }
        : undefined,
  };
}
