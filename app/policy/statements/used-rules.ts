import type { Rule } from "./rule.ts";

/** S11–S25 and what else is said of purposes, recipients, countries, advertising and signals. */
export const USED_RULES = {
  S11: [
    {
      all: ["carrying out orders"],
      none: ["keeping", "questions", "this policy", "the card stays elsewhere"],
      weight: 2,
    },
    { all: ["carrying out orders"], none: ["this policy"] },
  ],
  S12: [{ all: ["talking with people"], none: ["exercising rights", "withdrawing consent", "this policy"] }],
  S13: [{ all: ["fraud"] }],
  S14: [
    { all: ["the store's marketing"], none: ["withdrawing consent", "this policy", "other sources"], weight: 2 },
    { all: ["targeted advertising"] },
  ],
  S15: [
    { all: ["fraud", ["IP address", "device data", "log files", "a name for device or usage data"]], weight: 2 },
    { all: ["fraud"], around: [["IP address", "device data", "log files", "operating system"]], notUnder: ["sharing"] },
    { all: ["log files", "security"] },
  ],
  S16: [
    { all: ["improving", "the site or products"], none: ["this policy"], weight: 2 },
    { all: ["measuring", ["the site or products", "behaviour", "analytics"]], none: ["this policy"], weight: 2 },
    { all: ["measuring"], around: ["the site or products"], none: ["this policy"] },
  ],
  S17: [
    { all: ["sharing", "third parties", "helping the store"], none: ["this policy"], weight: 3 },
    { all: ["third parties", "helping the store"], around: ["sharing"], none: ["this policy"], weight: 2 },
    { all: ["sharing", "third parties"], none: ["this policy", "Shopify"], weight: 1.5 },
    { all: ["third parties"], under: ["sharing"], none: ["this policy"] },
    { all: ["sharing", "third parties", "exception"], negated: "required" },
  ],
  S18: [{ all: ["Shopify"] }],
  S19: [{ all: ["Google Analytics"] }],
  S20: [
    { all: ["legal reasons", "sharing"], none: ["keeping", "a legal basis", "children"], weight: 3 },
    { all: ["legal reasons"], around: ["sharing"], none: ["keeping", "a legal basis", "children"], weight: 2 },
    { all: ["protecting rights"], around: ["sharing"], weight: 1 },
  ],
  S21: [
    { all: ["targeted advertising"], none: ["the right to refuse sale"], weight: 2 },
    { all: ["targeted advertising"] },
  ],
  S22: [
    { all: ["an address that explains ads"], weight: 2 },
    { all: ["learning about targeted advertising"], around: [["advertising", "targeted advertising"]] },
  ],
  S23: [
    { all: ["an advertising platform's address"], weight: 3 },
    { all: ["an advertising platform", "a web address"], around: [["opting out"]], weight: 2 },
    { all: ["opting out", "an advertising platform"], weight: 2 },
    { all: ["an advertising platform"], around: ["opting out", "advertising"], none: ["sharing"] },
    { all: ["opting out", "targeted advertising"], none: ["an opt-out portal", "the right to refuse sale"] },
  ],
  S24: [{ all: ["an opt-out portal's address"], weight: 2 }, { all: ["an opt-out portal"] }],
  S25: [{ all: ["the signal Do Not Track"], negated: "allowed" }],
  S29: [{ all: ["another country", "transferring"], within: 22, weight: 2 }],
  S48: [
    {
      all: ["selling", ["personal data", "information"]],
      negated: "required",
      within: 12,
      none: ["children", "the right to refuse sale"],
      weight: 2,
    },
    {
      all: ["selling"],
      around: [["personal data", "information"]],
      negated: "required",
      none: ["children", "the right to refuse sale"],
    },
  ],
  S49: [
    { all: ["sold or shared"], none: ["the right to refuse sale"], weight: 2 },
    { all: ["advertising partners"], around: ["sharing"], weight: 2 },
    { all: ["an advertising platform", "targeted advertising"], none: ["opting out"], weight: 2 },
    { all: ["an advertising platform"], around: ["sharing", "advertising"], none: ["opting out"] },
  ],
  S50: [{ all: ["the right to refuse sale"], negated: "allowed" }],
  S51: [{ all: ["the signal GPC"], negated: "allowed" }],
  S55: [{ all: ["a transfer safeguard"], around: [["another country", "transferring"]] }],
  S65: [
    {
      all: ["an advertising platform"],
      around: [["advertising", "targeted advertising", "advertising partners", "beacons and pixels"]],
    },
  ],
  S66: [{ all: ["securing"], negated: "allowed" }],
  S67: [{ all: ["a change of owner"] }],
  S68: [
    { all: ["another site's own rules", "no responsibility"], negated: "allowed", weight: 2 },
    { all: ["another site's own rules"], negated: "allowed" },
  ],
  S70: [{ all: ["unsubscribing"] }],
  S72: [{ all: ["the card stays elsewhere", "card or payment"], negated: "allowed" }],
  S81: [{ all: ["cookie settings", "changeable"], around: ["cookies"] }],
} as const satisfies Record<string, readonly Rule[]>;
