/** Parts of a policy that can be read by themselves, with the sections that they are made of. */
export const POLICY_PARTS = {
  cookies: ["cookies", "signals", "advertising", "contact"],
  short: ["short", "contact"],
  "opt-out": ["advertising", "signals", "contact"],
} as const;
/** One part. */
export type PolicyPart = keyof typeof POLICY_PARTS;

/** Whether a text from outside names a part. */
export function isPolicyPart(name: string): name is PolicyPart {
  return Object.hasOwn(POLICY_PARTS, name);
}

const HEADING = /<h2 id="([\w-]+)">/g;

/**
 * Cuts sections out of a published policy (as `policyHtml` writes it), in the order asked for: the cookie policy and the
 * short notice are the policy's own words, of the same version, so they can never say something else. A section that the
 * policy does not have is left out; "" when it has none of them.
 */
export function cutSections(html: string, ids: readonly string[]): string {
  const starts = [...html.matchAll(HEADING)].map(({ index, 1: id = "" }) => ({ index, id }));
  const end = html.lastIndexOf("</div>");
  const sections = new Map(
    starts.map(({ index, id }, at) => [id, html.slice(index, starts[at + 1]?.index ?? (end < 0 ? undefined : end))]),
  );
  return ids.map((id) => sections.get(id) ?? "").join("");
}
