import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import type { Arguments } from "./context.ts";

/** A page of a connection costs this, whatever is on it. */
export const CONNECTION_COST = 2;
export const MUTATION_COST = 10;

interface Walk {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Arguments;
}

/** Parts of a connection that cost nothing themselves: recorded answers of Shopify show an empty page at 2 points. */
const WRAPPERS = new Set(["edges", "pageInfo", "userErrors"]);

function argument(walk: Walk, field: FieldNode, name: string): unknown {
  const value = field.arguments?.find((given) => given.name.value === name)?.value;
  if (value?.kind === Kind.INT) return Number(value.value);
  if (value?.kind === Kind.LIST) return value.values;
  return value?.kind === Kind.VARIABLE ? walk.variables[value.name.value] : undefined;
}

/** How many objects a field may return: the size of the page, or the number of ids; undefined when neither is given. */
function sizeOf(walk: Walk, field: FieldNode): number | undefined {
  const [size] = ["first", "last"]
    .map((name) => argument(walk, field, name))
    .filter((given) => typeof given === "number");
  const ids = argument(walk, field, "ids");
  return size ?? (Array.isArray(ids) ? ids.length : undefined);
}

function definitionOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  return "getFields" in type ? type.getFields()[name] : undefined;
}

function costOfField(walk: Walk, parent: GraphQLCompositeType, field: FieldNode): number {
  const definition = definitionOf(parent, field.name.value);
  const type = definition && getNamedType(definition.type);
  if (field.selectionSet === undefined || type === undefined || !isCompositeType(type)) return 0;
  const inside = costOfSelection(walk, type, field.selectionSet);
  const size = sizeOf(walk, field);
  if (type.name.endsWith("Connection")) return CONNECTION_COST + (size ?? 0) * inside;
  if (WRAPPERS.has(field.name.value)) return inside;
  return (size ?? 1) * (1 + inside);
}

/** Of `nodes` and `edges { node }` the dearer one counts once: they are the same objects. */
function costOfPage(walk: Walk, type: GraphQLCompositeType, selection: SelectionSetNode): number {
  const costs = selection.selections.map((part) => costOfPart(walk, type, part));
  return Math.max(0, ...costs);
}

type Part = SelectionSetNode["selections"][number];

function costOfPart(walk: Walk, type: GraphQLCompositeType, part: Part): number {
  if (part.kind === Kind.FIELD) return costOfField(walk, type, part);
  const fragment = part.kind === Kind.FRAGMENT_SPREAD ? walk.fragments.get(part.name.value) : part;
  if (fragment === undefined) return 0;
  const named = fragment.typeCondition && walk.schema.getType(fragment.typeCondition.name.value);
  return costOfSelection(walk, isCompositeType(named) ? named : type, fragment.selectionSet);
}

function costOfSelection(walk: Walk, type: GraphQLCompositeType, selection: SelectionSetNode): number {
  if (type.name.endsWith("Connection")) return costOfPage(walk, type, selection);
  let always = 0;
  let dearest = 0;
  for (const part of selection.selections) {
    const cost = costOfPart(walk, type, part);
    if (isAbstractType(type) && part.kind !== Kind.FIELD) dearest = Math.max(dearest, cost);
    else always += cost;
  }
  return always + dearest;
}

/**
 * The requested cost of an operation in points, from https://shopify.dev/docs/api/usage/limits: scalars 0, objects 1,
 * interfaces and unions the dearest selection, connections "sized by first and last", mutations 10. The size of a
 * connection is a guess: 2 + first × cost of a node.
 */
export function estimateCost(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Arguments,
): number {
  const walk = { schema, fragments, variables };
  const root = schema.getRootType(operation.operation);
  if (!isObjectType(root)) return 0;
  if (root !== schema.getMutationType()) return costOfSelection(walk, root, operation.selectionSet);
  const inside = costOfSelection(walk, root, operation.selectionSet);
  const fields = operation.selectionSet.selections.length;
  return fields * (MUTATION_COST - 1) + inside;
}
