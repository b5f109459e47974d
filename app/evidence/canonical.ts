/** What evidence is written in: JSON without fractions, so that every language spells the same value the same way. */
export type Canonical = null | boolean | number | string | readonly Canonical[] | { readonly [key: string]: Canonical };

/**
 * The one spelling of a value: no white space, keys sorted by UTF-16 code unit, strings as they are (not normalised).
 *
 * Source: RFC 8785 (JSON Canonicalization Scheme), without fractions and numbers beyond ±(2⁵³ − 1), whose spelling
 * differs between languages.
 *
 * @throws RangeError for a number that is no safe integer and for a string that is no valid Unicode
 */
export function canonical(value: Canonical): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return canonicalNumber(value);
  if (typeof value === "string") return canonicalString(value);
  if (isList(value)) return `[${value.map(canonical).join(",")}]`;
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${canonicalString(key)}:${canonical(member)}`);
  return `{${members.join(",")}}`;
}

/** `Array.isArray` does not recognise a read-only list. */
function isList(value: readonly Canonical[] | { readonly [key: string]: Canonical }): value is readonly Canonical[] {
  return Array.isArray(value);
}

function canonicalNumber(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError("canonical JSON holds safe integers only");
  return String(value === 0 ? 0 : value); // minus zero is spelled 0
}

function canonicalString(value: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new RangeError("canonical JSON holds valid Unicode only");
  return JSON.stringify(value);
}
