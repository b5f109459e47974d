import {
  getOperationAST,
  GraphQLError,
  Kind,
  parse,
  validate,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from "graphql";
import { loadSchema } from "./load-schema.ts";

/** A document that may run, or why it may not, in Shopify's words as far as they are known. */
export type Read =
  { document: DocumentNode; fragments: ReadonlyMap<string, FragmentDefinitionNode> } | { errors: readonly object[] };

const kept = new Map<string, Read>();
const KEEP = 500;

/** Parses and validates; the same text is only looked at once, as the schema is huge. */
export function readDocument(text: string): Read {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const read = readNew(text);
  if (kept.size >= KEEP) kept.delete(kept.keys().next().value ?? "");
  kept.set(text, read);
  return read;
}

function readNew(text: string): Read {
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [{ message: error.message, locations: error.locations }] };
    throw error;
  }
  const errors = validate(loadSchema().schema, document);
  if (errors.length > 0) return { errors: errors.map(inShopifysWords) };
  const fragments = document.definitions.filter((part) => part.kind === Kind.FRAGMENT_DEFINITION);
  return { document, fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])) };
}

function inShopifysWords(error: GraphQLError): object {
  const field = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(error.message);
  if (field?.[1] === undefined)
    return { message: error.message, locations: error.locations, extensions: { code: "invalid" } };
  const [, fieldName, typeName] = field;
  return {
    message: `Field '${fieldName}' doesn't exist on type '${typeName ?? ""}'`,
    locations: error.locations,
    extensions: { code: "undefinedField", typeName, fieldName },
  };
}

/** The operation to run; undefined when the name fits none, or none is named and there are several. */
export function chooseOperation(document: DocumentNode, name: string | undefined): OperationDefinitionNode | undefined {
  return getOperationAST(document, name) ?? undefined;
}
