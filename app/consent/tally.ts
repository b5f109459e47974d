import type { PurposeSet } from "../law/purposes.ts";
import type { Phase, Sighting } from "./sighting.ts";

/** What is counted: page views, names of cookies and hosts, hosts that came early, other consent tools, kinds of page. */
export const SIGHTING_KINDS = ["view", "cookie", "host", "early", "tool", "template"] as const;
/** What is counted. */
export type SightingKind = (typeof SIGHTING_KINDS)[number];

/** One counter. `region` is "" when it was unknown; `name` is "" for page views. */
export interface Counter {
  region: string;
  phase: Phase;
  allowed: PurposeSet;
  kind: SightingKind;
  name: string;
}

/** The counters that one page view adds one to. */
export function countersOf({ region, phase, allowed, template, cookies, hosts, early, tool }: Sighting): Counter[] {
  const names: [SightingKind, readonly string[]][] = [
    ["view", [""]],
    ["cookie", cookies],
    ["host", hosts],
    ["early", early],
    ["tool", tool === "" ? [] : [tool]],
    ["template", template === "" ? [] : [template]],
  ];
  return names.flatMap(([kind, all]) => all.map((name) => ({ region: region ?? "", phase, allowed, kind, name })));
}
