/**
 * The longest pattern that fits a cookie's name: the name itself, or its beginning followed by "*". A fitting name goes
 * before any beginning. Undefined when none fits.
 */
export function matchPattern(patterns: Iterable<string>, name: string): string | undefined {
  let best: string | undefined;
  for (const pattern of patterns) {
    if (pattern === name) return pattern;
    if (!pattern.endsWith("*") || !name.startsWith(pattern.slice(0, -1))) continue;
    if (best === undefined || pattern.length > best.length) best = pattern;
  }
  return best;
}

/**
 * The longest of some domains that a host is, or is a sub-domain of: "www.google-analytics.com" is
 * "google-analytics.com", "evil-google-analytics.com" is not. Undefined when it is none. Looks up, never scans.
 */
export function matchHost(domains: { has: (domain: string) => boolean }, host: string): string | undefined {
  let rest = host.toLowerCase();
  while (rest !== "") {
    if (domains.has(rest)) return rest;
    const dot = rest.indexOf(".");
    if (dot < 0) return undefined;
    rest = rest.slice(dot + 1);
  }
  return undefined;
}
