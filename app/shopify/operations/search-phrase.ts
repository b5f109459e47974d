/**
 * Writes any text as one quoted phrase of Shopify's search syntax, so that nothing in it can act as a connective,
 * a modifier or another filter. Control characters, which no address or number contains, become spaces.
 * Search results must still be compared exactly: Shopify splits some fields into words.
 * Source: https://shopify.dev/docs/api/usage/search-syntax
 */
export function searchPhrase(text: string): string {
  const printable = text.replaceAll(/\p{Cc}/gu, " ");
  return `"${printable.replaceAll(/["\\]/g, (character) => `\\${character}`)}"`;
}
