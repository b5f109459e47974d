import type { Severity } from "../../policy/issue.ts";
import type { FactStatus } from "../../register/fact.ts";
import type { Badged } from "../words.ts";

/** How grave an issue is, as a badge. */
export const SEVERITY_BADGES: Readonly<Record<Severity, Badged>> = {
  blocking: { label: "Must be mended", tone: "critical" },
  warning: { label: "Look at it", tone: "warning" },
  hint: { label: "Could be better", tone: "info" },
};

/** How sure a fact is, as a badge. */
export const STATUS_BADGES: Readonly<Record<FactStatus, Badged>> = {
  preset: { label: "Usual" },
  claimed: { label: "Claimed by your policy", tone: "attention" },
  seen: { label: "Seen", tone: "info" },
  confirmed: { label: "Confirmed", tone: "success" },
};

/** A sentence's first letter made large. */
export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
