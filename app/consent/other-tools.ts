import { CONSENT_TOOLS } from "../register/consent-tools.ts";
import { matchHost } from "../register/match-name.ts";
import type { Counted } from "./leaks.ts";
import type { ThemeTag } from "./scan-theme.ts";

/** Fewer page views than this may be forged, or come from an extension of somebody's browser. */
const FEWEST_VIEWS = 3;
const SMALLEST_SHARE = 0.01;

/** Names of other consent tools: by theme settings, by tags in the theme, by what pages reported. Each once, sorted. */
export function otherTools(
  counts: readonly Counted[],
  tags: readonly Pick<ThemeTag, "host">[],
  embeds: readonly string[],
): string[] {
  const found = new Set([...embeds, ...tags.flatMap(({ host }) => toolAt(host) ?? [])]);
  const views = new Map<string, number>();
  for (const { kind, name, count } of counts) {
    const tool = kind === "tool" ? name : kind === "host" ? toolAt(name) : undefined;
    if (tool !== undefined) views.set(tool, (views.get(tool) ?? 0) + count);
  }
  const all = counts.reduce((sum, { kind, count }) => sum + (kind === "view" ? count : 0), 0);
  for (const [tool, count] of views) if (count >= FEWEST_VIEWS && count >= all * SMALLEST_SHARE) found.add(tool);
  return [...found].sort();
}

const BY_HOST: ReadonlyMap<string, string> = new Map(
  CONSENT_TOOLS.flatMap(({ name, hosts }) => hosts.map((host) => [host, name] as const)),
);

function toolAt(host: string): string | undefined {
  const found = matchHost(BY_HOST, host);
  return found === undefined ? undefined : BY_HOST.get(found);
}
