import type { Purpose } from "../../law/purposes.ts";

/**
 * How each purpose's line is drawn: a colour with 4.5:1 on white, and a pattern of its own, so that nobody needs to tell
 * the colours apart.
 */
export const PURPOSE_LOOK: Readonly<Record<Purpose, { colour: string; dash: string }>> = {
  preferences: { colour: "#5b3fb5", dash: "none" },
  analytics: { colour: "#005ea6", dash: "7 4" },
  marketing: { colour: "#a34200", dash: "2 4" },
  sale: { colour: "#0b6e4f", dash: "10 3 2 3" },
};
