import type { Rule } from "./rule.ts";

const DEVICE = ["IP address", "operating system", "time zone", "device data", "browser version"] as const;
const ORDER_ELEMENTS = ["a name", "an address", "payment details", "an e-mail address", "a phone number"] as const;

/** S1–S10 and what else is said of the data that are collected, and with what. */
export const COLLECTED_RULES = {
  S1: [
    { all: ["this policy", "telling about", "what happens to data", "visiting or buying"], weight: 3 },
    {
      all: ["telling about", "what happens to data", "visiting or buying", "personal data"],
      none: ["may change"],
      weight: 2,
    },
    { all: ["this policy", "telling about", "what happens to data"], none: ["may change", "questions"], weight: 1 },
  ],
  S2: [
    {
      all: [DEVICE],
      around: [["collecting", "automatically"]],
      notUnder: ["refusing cookies"],
      none: ["this policy"],
      weight: 2,
    },
    { all: [["IP address", "device data", "operating system"]], none: ["refusing cookies", "fraud"] },
  ],
  S3: [
    {
      all: ["behaviour"],
      around: [["collecting", "automatically", "personal data", "a name for device or usage data"]],
      none: ["improving", "refusing cookies", "another site's own rules", "this policy", "depending on use"],
    },
    { all: ["behaviour", "collecting"], none: ["another site's own rules", "this policy", "depending on use"] },
  ],
  S4: [
    { all: ["a name for device or usage data", "a label"], within: 8, weight: 1 },
    { all: ["a name for device or usage data", "quoted term"], within: 8, weight: 2 },
    {
      all: ["naming", "quoted term"],
      before: [["IP address", "browser version", "behaviour", "device data"]],
      none: ["a postal address", "carrying out orders"],
      weight: 3,
    },
    { all: ["naming", "quoted term", ["IP address", "browser version", "behaviour", "device data"]], weight: 3 },
  ],
  S5: [
    { all: ["cookies", "what a cookie is"], weight: 3 },
    { all: ["cookies", "using something"], none: ["refusing cookies"], weight: 2 },
    { all: ["cookies"], weight: 1 },
  ],
  S6: [
    {
      all: ["cookies", "refusing cookies", ["browser", "about cookies", "a web address", "an address about cookies"]],
      negated: "allowed",
      weight: 3,
    },
    { all: ["refusing cookies", "browser"], around: ["cookies"], negated: "allowed", weight: 2 },
    { all: ["refusing cookies", "browser"], before: ["cookies"], negated: "allowed" },
    { all: ["about cookies", "a web address"], weight: 2 },
    {
      all: ["cookies", "refusing cookies"],
      none: ["cookie settings", "personal data", "consent first"],
      negated: "allowed",
    },
  ],
  S7: [{ all: ["log files"], weight: 1 }],
  S8: [{ all: ["beacons and pixels"], around: [["cookies", "collecting", "automatically", "behaviour", "log files"]] }],
  S9: [
    {
      all: [ORDER_ELEMENTS],
      some: { of: ORDER_ELEMENTS, least: 3 },
      none: ["a privacy officer", "questions", "a postal address", "this policy"],
    },
    {
      all: [ORDER_ELEMENTS],
      around: [["collecting", "ordering", "given by the person", "personal data"]],
      some: { of: ORDER_ELEMENTS, least: 2 },
      none: ["a privacy officer", "questions"],
      weight: 2,
    },
    {
      all: ["contact details"],
      around: [["collecting"]],
      some: { of: [...ORDER_ELEMENTS, "contact details"], least: 2 },
    },
  ],
  S10: [
    { all: ["personal data", "definition", "who a person is"], within: 25, weight: 2 },
    { all: ["personal data", "quoted term", "definition"], around: ["who a person is"], within: 14 },
    { all: ["personal data", "naming", "who a person is"] },
  ],
  S52: [{ all: ["sensitive data"], negated: "allowed" }],
  S64: [{ all: ["a cookie's name"] }],
  S69: [
    {
      all: ["account data"],
      around: [["collecting", "given by the person", "ordering", "personal data", "carrying out orders"]],
    },
  ],
  S71: [{ all: ["what people post"], none: ["exercising rights"] }],
  S76: [{ all: ["other sources"], around: [["collecting", "personal data", "behaviour"]] }],
  S82: [{ all: ["social media"] }],
  S83: [{ all: ["messages to the store"], none: ["this policy"] }],
  S61: [{ all: ["follows people across sites"], negated: "allowed" }],
} as const satisfies Record<string, readonly Rule[]>;
