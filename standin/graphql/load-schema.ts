import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from "graphql";

interface ScopeItem {
  type: "type" | "field";
  typeName: string;
  fieldName?: string;
  requiredAccess: string;
  offlineScopes: string[];
}

/** What a type or field asks for: Shopify's own words, and the scopes of which the first group member suffices. */
export interface Access {
  words: string;
  /** Every group must be met; a group is met by any one of its scopes. */
  groups: readonly (readonly string[])[];
}

export interface AdminSchema {
  schema: GraphQLSchema;
  /** By `Type` and by `Type.field`. */
  access: ReadonlyMap<string, Access>;
}

interface Described {
  description?: unknown;
  fields?: Described[] | null;
  args?: Described[] | null;
  inputFields?: Described[] | null;
  enumValues?: Described[] | null;
}

/** Descriptions are most of the schema's size and nobody reads them here. */
function forgetDescriptions(item: Described): void {
  delete item.description;
  for (const list of [item.fields, item.args, item.inputFields, item.enumValues]) list?.forEach(forgetDescriptions);
}

/**
 * Shopify's table has a flat list of scopes beside a sentence. "A, B or C" means any; "A access scope and (B or C)"
 * means A and one of the others.
 */
function groupsOf(words: string, scopes: readonly string[]): readonly (readonly string[])[] {
  const named = words
    .split(/ and (?=\()|` access scope and `/)
    .map((part) => scopes.filter((scope) => new RegExp(`\\b${scope}\\b`).test(part)))
    .filter((group) => group.length > 0);
  return named.length > 1 ? named : [scopes];
}

let loaded: AdminSchema | undefined;

/** The published Admin schema; read once per process (about 0.7 s and 150 MB). */
export function loadSchema(): AdminSchema {
  loaded ??= read(new URL("./../schema/admin_2026-10.json.gz", import.meta.url));
  return loaded;
}

function read(file: URL): AdminSchema {
  const raw = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as {
    data: IntrospectionQuery;
    offline_scopes: { items: ScopeItem[] };
  };
  (raw.data.__schema.types as unknown as Described[]).forEach(forgetDescriptions);
  const access = new Map<string, Access>();
  for (const item of raw.offline_scopes.items) {
    if (item.offlineScopes.length === 0) continue;
    const name = item.type === "type" ? item.typeName : `${item.typeName}.${item.fieldName ?? ""}`;
    access.set(name, { words: item.requiredAccess, groups: groupsOf(item.requiredAccess, item.offlineScopes) });
  }
  return { schema: buildClientSchema(raw.data, { assumeValid: true }), access };
}
