import { articleOf, type GroundId } from "./refusal-articles.ts";
import { LAWS, lawsWithin, type LawId } from "./laws.ts";
import { REQUEST_KINDS, type RequestKind } from "./requests.ts";
import { rightsUnder } from "./rights.ts";

/** A legal ground on which a store may refuse a request or answer only a part of it. */
export interface RefusalGround {
  /** Whether the whole request may be refused on it, only a part withheld, or either. */
  readonly effect: "refuse" | "limit" | "either";
  readonly kinds: readonly RequestKind[];
  /** For staff: a heading, and when it may be used. */
  readonly title: string;
  readonly use: string;
  /** For the person: why, in plain words. */
  readonly words: string;
}

const REQUESTS_ABOUT_DATA = ["access", "portability", "correct", "delete", "restrict", "object"] as const;
const NO_PROOF_NEEDED: readonly RequestKind[] = ["opt-out-of-sale", "limit-sensitive", "withdraw-consent"];
const COPIES = ["access", "portability"] as const;

/** The closed list. What is not on it is no reason to refuse. Articles: `refusal-articles.ts`. */
export const REFUSAL_GROUNDS: Readonly<Record<GroundId, RefusalGround>> = {
  "identity-not-proven": {
    effect: "refuse",
    kinds: REQUEST_KINDS.filter((kind) => !NO_PROOF_NEEDED.includes(kind)),
    title: "Identity not proven",
    use: "You asked for proof and it did not come, or it does not fit. Opt-outs and withdrawals need no proof.",
    words: "We could not make sure that the request comes from the person whose data it is about.",
  },
  "agent-not-authorised": {
    effect: "refuse",
    kinds: REQUEST_KINDS,
    title: "No proof that the agent may ask",
    use: "Someone asks for another person and has not shown that they may. Ask for the proof first.",
    words: "We were not shown that you may make this request for the other person.",
  },
  "no-such-right": {
    effect: "refuse",
    kinds: REQUEST_KINDS,
    title: "The law gives no such right",
    use: "The law of the person's place has no right of this kind. You may still do it of your own will.",
    words: "The law that applies to you does not give this right.",
  },
  "manifestly-unfounded": {
    effect: "refuse",
    kinds: REQUEST_KINDS,
    title: "Manifestly unfounded",
    use: "The request plainly has another aim than privacy, such as pressure for a refund. You carry the burden of proof.",
    words: "The request is plainly not about protecting your data.",
  },
  excessive: {
    effect: "refuse",
    kinds: [...REQUESTS_ABOUT_DATA, "limit-sensitive", "appeal"],
    title: "Excessive or repeated",
    use: "The same person asked for the same thing again and again in a short time, and nothing has changed since.",
    words: "You asked for the same thing a short while ago, and nothing has changed since our answer.",
  },
  "legal-obligation": {
    effect: "either",
    kinds: ["delete", "restrict", "object"],
    title: "The law obliges us to keep it",
    use: "Tax and commercial law keep invoices for years. Keep only these, and erase the rest.",
    words:
      "The law obliges us to keep some records, such as invoices. We keep only those, and only as long as we must.",
  },
  "legal-claims": {
    effect: "either",
    kinds: REQUESTS_ABOUT_DATA,
    title: "Needed for legal claims",
    use: "A dispute, chargeback or claim is open or likely, and the data is evidence in it.",
    words: "We need the data to make, pursue or defend against a legal claim.",
  },
  "rights-of-others": {
    effect: "limit",
    kinds: COPIES,
    title: "Would reveal another person's data",
    use: "A part of the answer is about someone else, such as who received a gift. Withhold that part, give the rest.",
    words: "A part of the data is about other people. We left that part out to protect them.",
  },
  "trade-secret": {
    effect: "limit",
    kinds: COPIES,
    title: "Would reveal a trade secret",
    use: "A part of the answer would tell how you work, such as fraud rules. It never excuses giving nothing.",
    words: "A part of the data would reveal business secrets. We left that part out.",
  },
  "needed-for-order": {
    effect: "either",
    kinds: ["delete", "restrict"],
    title: "Needed for an order or contract that runs",
    use: "An order is not yet delivered, a subscription or a warranty still runs. Erase when it ends.",
    words: "We still need the data for your order, subscription or warranty.",
  },
  security: {
    effect: "either",
    kinds: ["delete", "object", "opt-out-of-sale", "limit-sensitive"],
    title: "Needed against fraud and attacks",
    use: "The data helps to detect a security incident or fraud. Keep only what that takes.",
    words: "We need some of the data to keep the store safe from fraud and attacks.",
  },
  "overriding-interest": {
    effect: "refuse",
    kinds: ["object"],
    title: "Compelling reasons outweigh the objection",
    use: "You can show compelling reasons that weigh more than the person's. Never for direct marketing: it always stops.",
    words: "We have compelling reasons to use the data that weigh more than your objection.",
  },
  "data-is-right": {
    effect: "either",
    kinds: ["correct"],
    title: "The data is right as it is",
    use: "You checked, and what you hold is right. Add the person's statement to it where the law asks for that.",
    words: "We checked the data and believe that it is right as it is.",
  },
  expression: {
    effect: "either",
    kinds: ["delete"],
    title: "Freedom of expression",
    use: "The data is part of a published opinion or report, such as a review that others rely on.",
    words: "The data is part of something published that freedom of expression protects.",
  },
};

/** A ground as it may be used under a law. */
export interface UsableGround extends RefusalGround {
  readonly id: GroundId;
  /** Where the law has it, such as "GDPR art. 17(3)(b)". */
  readonly article: string;
}

/** The grounds that a law has for a kind of request. Where several laws may apply, those that all of them have. */
export function groundsFor(law: LawId, kind: RequestKind): UsableGround[] {
  const ids = Object.keys(REFUSAL_GROUNDS) as GroundId[];
  return ids.flatMap((id) => {
    const ground = REFUSAL_GROUNDS[id];
    const article = citation(law, kind, id);
    return ground.kinds.includes(kind) && article !== null ? [{ ...ground, id, article }] : [];
  });
}

function citation(law: LawId, kind: RequestKind, id: GroundId): string | null {
  if (id === "no-such-right") return rightsUnder(law).kinds.includes(kind) ? null : LAWS[law].name;
  const articles = lawsWithin(law).map((each) => articleOf(each, id));
  if (articles.some((article) => article === null)) return null;
  return articles.length === 1 ? (articles[0] ?? null) : LAWS[law].name;
}
