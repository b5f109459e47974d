import { prisma } from "../db/database.server.ts";
import { groundsFor } from "../law/refusal-grounds.ts";
import type { LawId } from "../law/laws.ts";
import type { RequestKind } from "../law/requests.ts";
import type { Section } from "../package/sections.ts";

/** A section that staff decided not to give, and what the package says about it. */
export interface Withheld {
  section: Section;
  what: string;
}

/** What staff decided to leave out of a request's package, each section once, with the ground in the person's words. */
export async function readWithheld(
  shop: string,
  { id, law, kind }: { id: string; law: string; kind: string },
): Promise<Withheld[]> {
  const limits = await prisma().requestDecision.findMany({
    where: { shop, request: id, decision: "limited" },
    orderBy: { at: "asc" },
  });
  const grounds = groundsFor(law as LawId, kind as RequestKind);
  const all = limits.flatMap(({ ground, withheld }) => {
    const known = grounds.find((one) => one.id === ground);
    const what = known ? `${known.words} (${known.article})` : "The store left this out.";
    return withheld.map((section) => [section as Section, { section: section as Section, what }] as const);
  });
  return [...new Map(all).values()];
}
