import { globSync, readFileSync } from "node:fs";
import { parse, validate } from "graphql";
import { parse as parseToml } from "smol-toml";
import { expect, describe, it } from "vitest";
import { API_VERSION } from "../app/shopify/api-version.ts";
import { isGranted, neededScopes, readAdminSchema } from "./admin-schema.ts";
import { countWrittenOperations, findOperations, holdsOne } from "./find-operations.ts";

/** Scopes that no operation names; docs/scopes.md gives the reason for each. */
const NEEDED_OTHERWISE = ["read_all_orders", "write_app_proxy"];

interface AppToml {
  access_scopes: { scopes: string; optional_scopes: string[] };
  webhooks: { api_version: string };
}

const admin = readAdminSchema(API_VERSION);
const operations = await findOperations();
const toml = parseToml(readFileSync("shopify.app.toml", "utf8")) as unknown as AppToml;
const required = toml.access_scopes.scopes.split(",").map((scope) => scope.trim());
const granted = [...required, ...toml.access_scopes.optional_scopes];

describe("Shopify's Admin API", () => {
  it.each(operations)("knows all that $name ($file) asks for", (operation) => {
    expect(validate(admin.schema, operation.document).map(({ message }) => message)).toEqual([]);
    expect(holdsOne(operation)).toBe(true);
  });

  it("refuses a field that does not exist", () => {
    const wrong = parse("query Wrong { shop { name shoeSize } }");
    expect(validate(admin.schema, wrong).map(({ message }) => message)).toEqual([expect.stringContaining("shoeSize")]);
  });

  it("is asked by no operation but those in app/shopify/operations", () => {
    const files = globSync("app/**/*.{ts,tsx}").filter((file) => !/\.test\.tsx?$/.test(file));
    expect(countWrittenOperations(files.map((file) => readFileSync(file, "utf8")))).toBe(operations.length);
  });

  it("is of one version: in the code, in the schema of the stand-in, and in shopify.app.toml", () => {
    expect(toml.webhooks.api_version).toBe(API_VERSION);
    expect(globSync("standin/schema/admin_*.json.gz")).toEqual([`standin/schema/admin_${API_VERSION}.json.gz`]);
  });
});

describe("access scopes of shopify.app.toml", () => {
  it.each(operations)("are enough for $name ($file)", ({ document }) => {
    const refused = [...neededScopes(admin, document)].filter(([, any]) => !isGranted(granted, any));
    expect(refused).toEqual([]);
  });

  it("would not be enough for an operation that reads products", () => {
    const needed = neededScopes(admin, parse("query Products { products(first: 1) { nodes { title } } }"));
    expect([...needed.values()].some((any) => !isGranted(granted, any))).toBe(true);
  });

  it("are each needed by an operation, or have their reason in docs/scopes.md", () => {
    const rows = operations.flatMap(({ document }) => [...neededScopes(admin, document).values()]);
    const idle = granted.filter((scope) => !rows.some((any) => isGranted([scope], any)));
    expect(idle.sort()).toEqual(NEEDED_OTHERWISE);
    const reasons = readFileSync("docs/scopes.md", "utf8");
    expect(granted.filter((scope) => !new RegExp(`^\\| \`${scope}\` +\\| \\w`, "m").test(reasons))).toEqual([]);
  });

  it("are optional only where an operation's caller does without them", () => {
    expect(toml.access_scopes.optional_scopes).toEqual(["read_locales", "read_themes", "write_online_store_pages"]);
    expect(required).not.toContain("read_themes");
  });

  it("are those of .env.example, without the optional ones", () => {
    expect(readFileSync(".env.example", "utf8")).toContain(`SCOPES=${toml.access_scopes.scopes}\n`);
  });
});
