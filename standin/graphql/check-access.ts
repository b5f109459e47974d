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

/** What a field asks for: its own access, and that of what it returns. Mostly nothing. */
export function accessNeeded(
  access: ReadonlyMap<string, Access>,
  field: { parent: string; name: string; type: GraphQLOutputType },
): Access[] {
  return [`${field.parent}.${field.name}`, ...typesBehind(field.type)].flatMap((name) => access.get(name) ?? []);
}

/**
 * Throws `ACCESS_DENIED` when the granted scopes do not reach the field. A mutation's payload is checked field by
 * field, as it has no scope of its own.
 */
export function checkAccess(needed: readonly Access[], granted: readonly string[], field: string): void {
  for (const { groups, words } of needed)
    if (!groups.every((group) => group.some((scope) => hasScope(granted, scope)))) throw accessDenied(field, words);
}
