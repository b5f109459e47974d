import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import {
  buildClientSchema,
  getNamedType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
  type IntrospectionQuery,
} from "graphql";

/** One row of the table that Shopify publishes beside its schema: any one of these scopes gives access. */
interface ScopeRow {
  typeName: string;
  fieldName?: string;
  offlineScopes: string[];
}

/** Shopify's published Admin API of one version. */
export interface AdminSchema {
  schema: GraphQLSchema;
  /** `Type` or `Type.field` → scopes, any one of which is enough. */
  scopes: ReadonlyMap<string, readonly string[]>;
}

/** Reads the schema that lies in the repository. Throws when this version is not there. */
export function readAdminSchema(version: string): AdminSchema {
  const packed = readFileSync(`standin/schema/admin_${version}.json.gz`);
  const { data, offline_scopes: table } = JSON.parse(gunzipSync(packed).toString("utf8")) as {
    data: IntrospectionQuery;
    offline_scopes: { items: ScopeRow[] };
  };
  const rows = table.items.filter(({ offlineScopes }) => offlineScopes.length > 0);
  return {
    schema: buildClientSchema(data),
    scopes: new Map(rows.map((row) => [[row.typeName, row.fieldName].filter(Boolean).join("."), row.offlineScopes])),
  };
}

/**
 * What a document touches that needs a scope, with the scopes of which one is enough. Only what it asks for counts: a
 * type by the fields that answer it, not by the fragments that merely name it.
 */
export function neededScopes({ schema, scopes }: AdminSchema, document: DocumentNode): Map<string, readonly string[]> {
  const needed = new Map<string, readonly string[]>();
  const info = new TypeInfo(schema);
  const need = (key: string): void => {
    const any = scopes.get(key);
    if (any) needed.set(key, any);
  };
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: ({ name }) => {
        const answer = info.getType();
        need(`${info.getParentType()?.name ?? ""}.${name.value}`);
        if (answer) need(getNamedType(answer).name);
      },
    }),
  );
  return needed;
}

/** Whether one of the granted scopes is enough; who may write may read. */
export function isGranted(granted: readonly string[], any: readonly string[]): boolean {
  return any.some((scope) => granted.includes(scope) || granted.includes(scope.replace(/^read_/, "write_")));
}
