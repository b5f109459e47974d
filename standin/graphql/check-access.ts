import { getNamedType, GraphQLError, type GraphQLOutputType } from "graphql";
import type { Access } from "./load-schema.ts";

/** True when the scopes include this one; `write_x` includes `read_x`. */
export function hasScope(granted: readonly string[], scope: string): boolean {
  return granted.includes(scope) || (scope.startsWith("read_") && granted.includes(`write_${scope.slice(5)}`));
}

/** Shopify's answer to a field that the token may not read; the field is null, the rest of the answer stays. */
export function accessDenied(field: string, requiredAccess: string): GraphQLError {
  return new GraphQLError(`Access denied for ${field} field. Required access: ${requiredAccess}`, {
    extensions: {
      code: "ACCESS_DENIED",
      documentation: "https://shopify.dev/api/usage/access-scopes",
      requiredAccess,
    },
  });
}

/** What `type` is about: a connection is about its nodes. */
function typesBehind(type: GraphQLOutputType): string[] {
  const { name } = getNamedType(type);
  return name.endsWith("Connection") ? [name, name.slice(0, -"Connection".length)] : [name];
}

/** What was found out before: by scopes, then by `Type.field`; the words of the access that is missing, or nothing. */
const decided = new Map<string, Map<string, string | null>>();

/** In Shopify's words what the field asks for beyond the granted scopes; null when it may be read. */
function missingAccess(
  access: ReadonlyMap<string, Access>,
  granted: readonly string[],
  field: FieldPlace,
): string | null {
  for (const name of [`${field.parent}.${field.name}`, ...typesBehind(field.type)]) {
    const needed = access.get(name);
    if (needed?.groups.every((group) => group.some((scope) => hasScope(granted, scope))) === false) return needed.words;
  }
  return null;
}

/** A field on its way to being resolved. */
export interface FieldPlace {
  parent: string;
  name: string;
  type: GraphQLOutputType;
}

/**
 * Throws `ACCESS_DENIED` when the granted scopes do not reach the field. A mutation's payload is checked field by
 * field, as it has no scope of its own.
 */
export function checkAccess(access: ReadonlyMap<string, Access>, granted: readonly string[], field: FieldPlace): void {
  const scopes = granted.join();
  const known = decided.get(scopes) ?? new Map<string, string | null>();
  decided.set(scopes, known);
  const key = `${field.parent}.${field.name}`;
  const before = known.get(key);
  const words = before === undefined ? missingAccess(access, granted, field) : before;
  if (before === undefined) known.set(key, words);
  if (words !== null) throw accessDenied(field.name, words);
}
