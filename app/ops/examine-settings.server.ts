import type { Settings, SettingsMissing } from "../env.server.ts";
import type { Finding } from "./result.ts";

const CHECK = "settings";

/** What the settings say, and what of it is unwise. */
export function examineSettings(settings: Settings): Finding[] {
  const { masterKeys, apiSecrets, role, scopes } = settings;
  const names = masterKeys.map(({ id }) => `"${id}"`).join(", ");
  const what = `complete; role ${role}, master keys ${names} (newest first), ${apiSecrets.length} client secret(s), ${scopes.length} scopes`;
  return [{ status: "ok", check: CHECK, what, todo: null }, ...examineAddress(settings), ...examineKeysUrl(settings)];
}

/** A line for each setting that is missing or weak. */
export function examineMissing(missing: SettingsMissing): Finding[] {
  const lines = missing.message.split("\n").filter((line) => line.startsWith("  "));
  return lines.map((line) => {
    const [, name = "?", problem = "", how = ""] = /^ {2}(\w+): (.*?)(?: \((.*)\))?$/.exec(line) ?? [];
    return { status: "fail", check: CHECK, what: `${name} ${problem}`, todo: `Set ${name}${how && `: ${how}`}` };
  });
}

function examineAddress({ appUrl }: Settings): Finding[] {
  const { protocol, hostname } = new URL(appUrl);
  if (protocol === "https:" || hostname === "localhost" || hostname === "127.0.0.1") return [];
  const todo = "Put TLS in front of Candor and set SHOPIFY_APP_URL to its https address.";
  return [{ status: "warn", check: CHECK, what: "SHOPIFY_APP_URL is not an https address", todo }];
}

/** Keys in the app's own database would be in every backup of what they protect. */
function examineKeysUrl({ keysUrl, databaseUrl }: Settings): Finding[] {
  if (keysUrl.startsWith("folder:") || databaseUrl.startsWith("pglite:")) return [];
  const place = (url: string) => `${new URL(url).host.replace(/:5432$/, "")}${new URL(url).pathname}`;
  if (place(keysUrl) !== place(databaseUrl)) return [];
  const todo = "Point it to another database, whose backups are kept briefly.";
  return [{ status: "fail", check: CHECK, what: "CANDOR_KEYS_URL names the app's own database", todo }];
}
