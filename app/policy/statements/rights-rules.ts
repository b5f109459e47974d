import type { Rule } from "./rule.ts";

/** Where a period is that of a cookie, of an answer, or of a right. */
const NOT_KEPT = ["cookies", "a cookie's name", "a cookie's life", "responding", "children"] as const;
/** Where a name or an address is that of a vendor or an authority. */
const OTHERS = [
  "Shopify",
  "Google Analytics",
  "an advertising platform",
  "the card stays elsewhere",
  "an authority by name",
  "complaining to an authority",
] as const;
const ASKED = ["accessing", "correcting", "deleting"] as const;

/** S26–S36 and what else is said of rights, grounds, retention, changes and contacts. */
export const RIGHTS_RULES = {
  S26: [
    { all: ["a right", ASKED, "own data"], none: ["cookies", "may change"], some: { of: ASKED, least: 2 }, weight: 3 },
    { all: ["a right", ASKED, "own data"], none: ["cookies", "children"], weight: 2 },
    { all: [ASKED], around: ["a right", "own data"], none: ["cookies", "keeping"] },
  ],
  S27: [
    { all: ["exercising rights", ["a way to ask", "a place to ask"]], none: ["children"], weight: 2 },
    { all: [ASKED, "a way to ask", "a right"], none: ["children", "cookies"] },
    {
      all: [["turning to the store", "a way to ask"]],
      before: [ASKED],
      none: ["children", "an authority", "a postal address", "cookie settings"],
    },
  ],
  S28: [
    { all: ["a legal basis", "a basis is needed"], weight: 2 },
    { all: ["a ground"], under: ["the word basis"] },
  ],
  S30: [
    { all: ["keeping", "how long"], weight: 2 },
    { all: ["keeping", "as long as needed"], weight: 2 },
    { all: ["keeping", "a period of time"], weight: 2 },
    { all: ["a period of time"], around: ["keeping"] },
    { all: ["how long"], under: ["keeping"] },
  ],
  S31: [
    { all: ["this policy", "may change", "being changed"], within: 14, weight: 2 },
    { all: ["the policy", "may change", "being changed"], within: 12 },
    { all: [["told by posting", "may change"]], under: ["about changes"] },
  ],
  S32: [{ all: ["children"], negated: "allowed" }],
  S33: [
    { all: ["questions", "by e-mail"], weight: 2 },
    { all: ["turning to the store", "by e-mail"], weight: 1.5 },
    { all: ["an e-mail address given"] },
  ],
  S34: [{ all: ["a postal address"], none: OTHERS, heading: true }],
  S35: [{ all: ["privacy matters", "privacy"], within: 12 }],
  S36: [
    { all: ["a contact form"], weight: 2 },
    { all: ["a contact form"], heading: true },
  ],
  S37: [{ all: ["effective from", "a date"], within: 8, heading: true }],
  S38: [{ all: ["restricting", "processing"], around: ["a right"], within: 8 }],
  S39: [{ all: ["objecting"], around: ["a right"] }],
  S40: [{ all: ["in a usable format"], around: ["a right"] }],
  S41: [
    { all: ["withdrawing consent", "consenting"], within: 14, weight: 2 },
    { all: ["withdrawing consent"], before: ["consenting"], none: ["may change"] },
  ],
  S42: [{ all: ["complaining", "an authority"] }],
  S43: [
    { all: ["an authority by name", "complaining"], weight: 2 },
    { all: ["an authority by name"], heading: true },
  ],
  S44: [{ all: ["a privacy officer"], heading: true }],
  S45: [{ all: ["a representative"], heading: true }],
  S46: [
    { all: ["a period of time", "being deleted"], none: NOT_KEPT, weight: 2 },
    { all: ["a period of time"], around: ["being deleted"], none: NOT_KEPT },
  ],
  S47: [{ all: ["a legal duty to keep"], around: ["keeping"], none: ["depending"] }],
  S53: [{ all: ["automated decision", "a decision"], negated: "allowed" }],
  S54: [{ all: ["legitimate interest", "what the interest is"], none: ["interests unspecific"] }],
  S56: [{ all: ["an agent", "agent's requests"] }],
  S57: [{ all: ["appealing"] }],
  S58: [{ all: ["treating all alike"], negated: "allowed" }],
  S59: [{ all: ["a US state", "rights of residents"] }],
  S60: [
    { all: ["US categories in use"], weight: 2 },
    { all: ["inferences"], under: [["categories", "a US state"]] },
    { all: ["inferences", "categories"] },
  ],
  S62: [{ all: ["must be given", "what if not given"], negated: "allowed" }],
  S63: [{ all: ["consent first", "tracking or advertising"] }],
  S73: [
    { all: ["a firm's name", ["the controller", "us in quotes"]], weight: 3 },
    { all: ["a firm's name", ["a postal address", "an e-mail address given", "questions"]], none: OTHERS, weight: 2 },
    { all: ["a firm's name", "telling about"], none: OTHERS },
    { all: ["the controller"], none: OTHERS },
  ],
  S74: [{ all: ["checking identity"] }],
  S75: [{ all: ["answering in time", "responding"] }],
  S77: [{ all: ["consent by use"] }],
  S78: [{ all: ["languages"] }],
  S79: [
    { all: ["parents", ["deleting", "turning to the store"]], weight: 2 },
    { all: ["children", "turning to the store"] },
  ],
  S80: [{ all: ["in case of a breach", "telling"] }],
  S84: [{ all: ["as long as needed"], around: ["keeping"] }],
  S85: [
    {
      all: ["told by posting"],
      around: [["may change", "about changes"]],
      none: ["exercising rights", "deleting"],
    },
  ],
} as const satisfies Record<string, readonly Rule[]>;
