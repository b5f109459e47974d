import {
  getNamedType,
  isListType,
  isNonNullType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
} from "graphql";
import { loadSchema } from "../load-schema.ts";

const MOST_CONNECTIONS = 5;
const DEEPEST = 2;

/**
 * Why a query cannot run in bulk, or undefined: at least one connection and at most five, two levels deep at most, and
 * none inside a plain list (https://shopify.dev/docs/api/usage/bulk-operations/queries#operation-restrictions).
 */
export function bulkProblem(document: DocumentNode): string | undefined {
  const info = new TypeInfo(loadSchema().schema);
  let connections = 0;
  let depth = 0;
  let deepest = 0;
  let lists = 0;
  let inLists = 0;
  const kindOf = (): "connection" | "list" | "other" => {
    const type = info.getType();
    if (type && getNamedType(type).name.endsWith("Connection")) return "connection";
    const bare = isNonNullType(type) ? type.ofType : type;
    const parent = info.getParentType()?.name ?? "";
    return isListType(bare) && !parent.endsWith("Connection") ? "list" : "other";
  };
  const count = (step: 1 | -1): void => {
    const kind = kindOf();
    if (kind === "connection") {
      depth += step;
      if (step === 1) connections += 1;
      if (step === 1 && lists > 0) inLists += 1;
      deepest = Math.max(deepest, depth);
    }
    if (kind === "list") lists += step;
  };
  visit(
    document,
    visitWithTypeInfo(info, {
      [Kind.FIELD]: {
        enter: () => {
          count(1);
        },
        leave: () => {
          count(-1);
        },
      },
    }),
  );
  if (connections === 0) return "Bulk queries must contain at least one connection.";
  if (connections > MOST_CONNECTIONS)
    return `Bulk queries cannot contain more than ${String(MOST_CONNECTIONS)} connections.`;
  if (deepest > DEEPEST) return `Bulk queries cannot nest connections deeper than ${String(DEEPEST)} levels.`;
  if (inLists > 0) return "Queries that contain a connection field within a list field are not supported.";
  return undefined;
}
