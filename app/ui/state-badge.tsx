import { Badge } from "@shopify/polaris";
import type { Badged } from "./words.ts";

/** A state as a badge: the words say all, the colour only helps. */
export function StateBadge({ state }: { state: Badged }) {
  return <Badge {...(state.tone && { tone: state.tone })}>{state.label}</Badge>;
}
