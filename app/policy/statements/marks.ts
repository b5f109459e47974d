import type { Rule } from "./rule.ts";

const DEVICE = [
  "IP address",
  "device data",
  "log files",
  "behaviour",
  "analytics",
  "Google Analytics",
  "a name for device or usage data",
] as const;

/** What a gap rests on beyond the statements. Recognised alike, but no statement of its own. */
export const MARK_RULES = {
  "kept until asked": [{ all: ["until asked"], around: ["keeping"] }],
  "an identifier called anonymous": [
    { all: [["anonymous", "made anonymous"], "an identifier"], within: 4 },
    { all: ["anonymous", ["IP address", "cookies"]], within: 5 },
  ],
  "a period for device data": [
    { all: ["a period of time"], around: ["being deleted", DEVICE], none: ["responding"] },
    { all: ["a cookie's name", "a period of time"] },
    { all: ["a cookie's life", "a period of time"] },
    { all: ["cookies", "a period of time"], none: ["responding"] },
    {
      all: ["a period of time", ["personal data", "own data"]],
      around: ["being deleted"],
      none: [
        "ordering",
        "a legal duty to keep",
        "responding",
        "account data",
        "the store's marketing",
        "messages to the store",
      ],
    },
  ],
  "data stay at home": [{ all: ["staying at home"], negated: "allowed" }],
  "rests on dead law": [{ all: ["dead law"], negated: "allowed" }],
  "signals are ignored": [
    { all: ["any signal"], around: ["not responding", "the signal Do Not Track"], negated: "required" },
  ],
  "rights where you live": [{ all: ["where you live"], around: [["a right", "accessing"]] }],
  "sale or sharing admitted": [{ all: ["sold or shared"], none: ["the right to refuse sale"] }],
  "offered in languages": [{ all: ["languages"] }],
} as const satisfies Record<string, readonly Rule[]>;

/** The name of a mark. */
export type Mark = keyof typeof MARK_RULES;
