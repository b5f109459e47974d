import {
  execute,
  getNamedType,
  GraphQLError,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
} from "graphql";
import { accessNeeded, checkAccess } from "./check-access.ts";
import type { Context, Field, Fields } from "./context.ts";
import { CONNECTION_COST, MUTATION_COST } from "./estimate-cost.ts";
import { loadSchema, type Access } from "./load-schema.ts";
import { MUTATION } from "./mutation-root.ts";
import { QUERY } from "./query-root.ts";

interface FieldFacts {
  nullable: boolean;
  isConnection: boolean;
  /** Points for each object returned. */
  weight: number;
  access: readonly Access[];
}

/** By type and field name, as a bulk operation asks millions of times. */
const facts = new Map<GraphQLObjectType, Map<string, FieldFacts>>();

/** Values without an id of their own (money, attributes, counts) are counted when requested, not when returned. */
const FREE = /^(MoneyBag|MoneyV2|Attribute|Count|PageInfo|SelectedOption|.*Edge|.*UserError|.*Payload)$/;

function factsOf(info: GraphQLResolveInfo): FieldFacts {
  const ofType = facts.get(info.parentType) ?? new Map<string, FieldFacts>();
  const known = ofType.get(info.fieldName) ?? makeFacts(info);
  ofType.set(info.fieldName, known);
  facts.set(info.parentType, ofType);
  return known;
}

function makeFacts({ parentType, fieldName, returnType }: GraphQLResolveInfo): FieldFacts {
  const type = getNamedType(returnType);
  const costs = isAbstractType(type) || (isCompositeType(type) && !FREE.test(type.name));
  return {
    nullable: !isNonNullType(returnType),
    isConnection: type.name.endsWith("Connection"),
    weight: costs ? 1 : 0,
    access: accessNeeded(loadSchema().access, { parent: parentType.name, name: fieldName, type: returnType }),
  };
}

function rawValue(source: unknown, args: Fields, context: Context, info: GraphQLResolveInfo): unknown {
  const isRoot = info.path.prev === undefined;
  const roots = info.parentType.name === "Mutation" ? MUTATION : QUERY;
  const found = isRoot ? roots[info.fieldName] : (source as Fields)[info.fieldName];
  return typeof found === "function" ? (found as Field)(args, context) : found;
}

/** What an object that was really returned costs. */
function pointsOf(known: FieldFacts, value: unknown): number {
  if (known.isConnection) return CONNECTION_COST;
  if (value === null || value === undefined) return 0;
  return known.weight * (Array.isArray(value) ? value.length : 1);
}

/**
 * One field: access first, then the value. A field that nobody built is null where the schema allows it, and otherwise
 * an error that names it: never an invented value.
 */
function resolveField(source: unknown, args: Fields, context: Context, info: GraphQLResolveInfo): unknown {
  const known = factsOf(info);
  checkAccess(known.access, context.token.scopes, info.fieldName);
  const value = rawValue(source, args, context, info);
  if (value === undefined && (!known.nullable || info.path.prev === undefined))
    throw new GraphQLError(`stand-in: ${info.parentType.name}.${info.fieldName} is not built`, {
      extensions: { code: "STANDIN_NOT_BUILT" },
    });
  if (info.parentType.name === "Mutation") context.points += MUTATION_COST;
  context.points += pointsOf(known, value);
  return value ?? null;
}

/** Runs a document that was parsed and validated. Reads and writes of the stand-in are synchronous, so this is too. */
export function runOperation(
  document: DocumentNode,
  context: Context,
  variables: Record<string, unknown>,
  operationName: string | undefined,
): ExecutionResult {
  const result = execute({
    schema: loadSchema().schema,
    document,
    contextValue: context,
    variableValues: variables,
    operationName: operationName ?? null,
    fieldResolver: resolveField as never,
    typeResolver: (value) => (value as { __typename?: string }).__typename,
  });
  if (result instanceof Promise) throw new Error("stand-in: a resolver was asynchronous");
  return result;
}
