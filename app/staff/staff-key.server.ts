import { pseudonym } from "../vault/subject-key.server.ts";

/** A member of staff as evidence names them: a keyed pseudonym of their Shopify user id. */
export function staffPseudonym(shop: string, userId: string): Promise<string> {
  return pseudonym(shop, `staff ${userId}`);
}

/** Where the sealed facts of a member of staff belong. */
export const factsColumn = (staff: string) => `StaffMember.sealedFacts ${staff}`;
