import { unpackNames, type PackedNames } from "../../../app/consent/packed-names.ts";
import type { PurposeSet } from "../../../app/law/purposes.ts";

/** The names of cookies that must go: those that need what is not allowed. A listed name may end in "*". */
export function namesToForget(cookie: string, listed: PackedNames, allowed: PurposeSet): string[] {
  const must = Object.entries(unpackNames(listed)).flatMap(([name, need]) => ((need & ~allowed) !== 0 ? name : []));
  const names = cookie.split(/; */).map((pair) => pair.split("=")[0] ?? "");
  return names.filter((name) =>
    must.some((one) => (one.endsWith("*") ? name.startsWith(one.slice(0, -1)) : one === name)),
  );
}

/** Every domain for which a page of this host may have set a cookie: "" is the host alone. */
export function cookieDomains(host: string): string[] {
  const parts = host.split(".");
  return ["", ...parts.map((_part, at) => parts.slice(at).join("."))];
}
