/**
 * Writes `app/shopify/generated/operations.ts`: the TypeScript types of every GraphQL operation in
 * `app/shopify/operations`, made from Shopify's published schema. With `--check` it writes nothing and ends with 1
 * when the file is not what it would write.
 */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { codegen } from "@graphql-codegen/core";
import * as typescriptOperations from "@graphql-codegen/typescript-operations";
import { buildClientSchema, Kind, parse, print, printSchema } from "graphql";
import type { DefinitionNode, DocumentNode, IntrospectionQuery } from "graphql";
import { format, resolveConfig } from "prettier";
import { API_VERSION } from "../app/shopify/api-version.ts";

const OPERATIONS = new URL("../app/shopify/operations/", import.meta.url);
const OUTPUT = new URL("../app/shopify/generated/operations.ts", import.meta.url);
const SCHEMA = new URL(`../standin/schema/admin_${API_VERSION}.json.gz`, import.meta.url);

const STRING_SCALARS = [
  "ARN",
  "BigInt",
  "Color",
  "Date",
  "DateTime",
  "Decimal",
  "FormattedString",
  "HTML",
  "Money",
  "URL",
  "UnsignedInt64",
  "UtcOffset",
];

async function readSchema() {
  const { data } = JSON.parse(gunzipSync(await readFile(SCHEMA)).toString("utf8")) as { data: IntrospectionQuery };
  return parse(printSchema(buildClientSchema(data)), { noLocation: true });
}

/** All operations, and each fragment once, however many documents carry it. */
async function readOperations(): Promise<DocumentNode> {
  const definitions = new Map<string, DefinitionNode>();
  const files = (await readdir(OPERATIONS)).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  for (const file of files.sort()) {
    const exported = (await import(new URL(file, OPERATIONS).href)) as Record<string, unknown>;
    for (const value of Object.values(exported)) {
      if (typeof value !== "object" || value === null || !("document" in value)) continue;
      for (const definition of parse(String(value.document), { noLocation: true }).definitions) {
        definitions.set(print(definition), definition);
      }
    }
  }
  return { kind: Kind.DOCUMENT, definitions: [...definitions.values()] };
}

async function generate(): Promise<string> {
  const scalars = Object.fromEntries([...STRING_SCALARS.map((name) => [name, "string"]), ["JSON", "unknown"]]) as {
    [name: string]: string;
  };
  const types = await codegen({
    filename: OUTPUT.pathname,
    schema: await readSchema(),
    documents: [{ location: "app/shopify/operations", document: await readOperations() }],
    plugins: [{ operations: {} }],
    pluginMap: { operations: typescriptOperations },
    config: {
      scalars,
      skipTypename: true,
      enumType: "string-literal",
      immutableTypes: true,
      disableDescriptions: true,
      inlineFragmentTypes: "combine",
    },
  });
  const header = "// Written by scripts/generate-shopify-types.ts from Shopify's published schema. Do not edit.\n\n";
  const style = await resolveConfig(OUTPUT);
  return format(header + types, { ...style, parser: "typescript" });
}

const wanted = await generate();
if (process.argv.includes("--check")) {
  const present = await readFile(OUTPUT, "utf8").catch(() => "");
  if (present !== wanted) {
    console.error("app/shopify/generated/operations.ts is stale: run node scripts/generate-shopify-types.ts");
    process.exitCode = 1;
  }
} else {
  await writeFile(OUTPUT, wanted);
}
