/**
 * A GraphQL document tied to the types of what it answers and what it takes. The types are written by
 * `scripts/generate-shopify-types.ts` from Shopify's published schema; `types` is never set at run time.
 */
export interface Operation<Data, Variables> {
  readonly name: string;
  readonly document: string;
  readonly types?: (variables: Variables) => Data;
}

/** Ties a document to its types. The document holds exactly one named operation; throws a `TypeError` otherwise. */
export function operation<Data, Variables>(document: string): Operation<Data, Variables> {
  const name = /^\s*(?:query|mutation)\s+(\w+)/m.exec(document)?.[1];
  if (name === undefined) throw new TypeError("A GraphQL operation needs a name");
  return { name, document };
}
