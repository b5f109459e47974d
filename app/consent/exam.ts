import type { Leak } from "./leaks.ts";
import type { ThemeTag } from "./scan-theme.ts";
import type { ShowingFinding } from "./why-not-showing.ts";

/** What a look at a storefront found. Kept as JSON; nobody is in it. */
export interface Exam {
  v: 1;
  /** ISO 8601. */
  at: string;
  /** Why the banner may not show; reasons first. */
  showing: ShowingFinding[];
  leaks: Leak[];
  /** Null without `read_themes`. */
  theme: { id: string; name: string; tags: ThemeTag[]; unread: string[] } | null;
  /** Regions (ISO 3166) where Shopify allows more than the law; null when they could not be read. */
  weakRegions: string[] | null;
  /** Whether the gate must hold plain markup too: the storefront setting of this name. */
  holdsMarkup: boolean;
}

/** What evidence keeps of a look, in one order. A new entry is due when it differs from the last. */
export function examFacts({
  showing,
  leaks,
  weakRegions,
}: Exam): Record<"reasons" | "leaks" | "weakRegions", string[]> {
  const unique = (names: readonly string[]) => [...new Set(names)].sort();
  return {
    reasons: unique(showing.filter(({ found }) => found === "found").map(({ check }) => check)),
    // what is under one page view in a hundred comes and goes
    leaks: unique(leaks.filter(({ severity }) => severity !== "low").map(({ kind, name }) => `${kind} ${name}`)),
    weakRegions: unique(weakRegions ?? []),
  };
}
