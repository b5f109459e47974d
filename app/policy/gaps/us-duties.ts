import type { Duty, Reading } from "./gap.ts";

/** G10–G12, G19, and what else the acts of the United States ask for. */
export const US_DUTIES = {
  G10: {
    name: "Sale or sharing",
    law: { california: "CCPA §1798.120, §1798.135; regs. §7025, §7026" },
    missing: (reading) => {
      const { says } = reading;
      const parts: [boolean, string][] = [
        [says("S48", "S49"), "say whether data are sold or shared for advertising"],
        [says("S50"), "offer “Do Not Sell or Share My Personal Information”"],
        [says("S51"), "say that the Global Privacy Control is obeyed"],
      ];
      const missing = parts.filter(([there]) => !there).map(([, what]) => what);
      if (missing.length === 0 || (says("S48") && !advertises(reading))) return undefined;
      return {
        why: `It does not ${missing.join(", and does not ")}.`,
        at: (reading.made("S49")[0] ?? reading.made("S21")[0])?.passage,
      };
    },
  },
  G11: {
    name: "Nothing for California",
    law: { california: "CCPA §1798.100, §1798.130(a)(5)" },
    missing: (reading) => {
      const { says } = reading;
      const hasRights = says("S59") || (reading.marked("rights where you live").length > 0 && says("S26"));
      const hasCategories = says("S60") || (says("S2") && says("S9"));
      const parts: [boolean, string][] = [
        [hasRights, "the rights of people in California"],
        [hasCategories, "the categories of data"],
        [says("S30"), "how long each is kept"],
      ];
      const missing = parts.filter(([there]) => !there).map(([, what]) => what);
      if (missing.length === 0) return undefined;
      return {
        why: `It does not tell ${missing.join(", nor ")}. Needed when the store is large enough for the CCPA.`,
        at: reading.made("S26")[0]?.passage,
      };
    },
  },
  G12: {
    name: "Tracking by others",
    law: { california: "CalOPPA §22575(b)(6)" },
    missing: ({ says }) =>
      says("S61") ? undefined : "It does not say whether others follow visitors over time and across websites.",
  },
  G19: {
    name: "Agents and appeals",
    law: { california: "CCPA regs. §7026(j), §7063", "appeal-state": "State acts, e.g. VCDPA §59.1-577(C)" },
    missing: ({ says, places }) => {
      const missing = [
        places.has("california") && !says("S56") ? "that an agent can make a request for someone" : "",
        places.has("appeal-state") && !says("S57") ? "how a refusal is appealed" : "",
      ].filter(Boolean);
      return missing.length === 0 ? undefined : `It does not say ${missing.join(", nor ")}.`;
    },
  },
  G29: {
    name: "Signals ignored",
    law: { california: "CCPA regs. §7025(b)" },
    missing: (reading) => {
      const [ignored] = reading.marked("signals are ignored");
      if (!ignored || reading.says("S51")) return undefined;
      return {
        why: "It says that signals of browsers change nothing. The Global Privacy Control must be obeyed.",
        at: ignored.passage,
      };
    },
  },
  G30: {
    name: "Nothing on children",
    law: { california: "CCPA regs. §7011(e)(1)(G); COPPA" },
    missing: ({ says }) =>
      says("S32")
        ? undefined
        : "It says nothing about children: whether their data are collected, or sold or shared under 16.",
  },
  G33: {
    name: "How changes are told",
    law: { california: "CalOPPA §22575(b)(3)" },
    missing: ({ says, made }) =>
      says("S85")
        ? undefined
        : { why: "It does not say how people learn that it has changed.", at: made("S31")[0]?.passage },
  },
  G34: {
    name: "Nothing on Do Not Track",
    law: { california: "CalOPPA §22575(b)(5)" },
    missing: ({ says }) =>
      says("S25") ? undefined : "It does not say what happens when a browser sends Do Not Track.",
  },
} as const satisfies Record<string, Duty>;

function advertises({ says }: Reading): boolean {
  return says("S21", "S49");
}
