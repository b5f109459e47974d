import { lawOfRegion } from "../../law/laws.ts";
import type { RequestKind } from "../../law/requests.ts";
import { rightsUnder } from "../../law/rights.ts";
import { FORM_KINDS } from "./read-form.ts";

/**
 * What the law of a place lets people ask for; all that any law gives where the place ("") is unknown. Without the appeal:
 * that is made on the page of the request it is about.
 */
export function offeredKinds(region: string, now: Date): readonly RequestKind[] {
  const { kinds } = rightsUnder(lawOfRegion(region, now));
  return FORM_KINDS.filter((kind) => kinds.includes(kind));
}
