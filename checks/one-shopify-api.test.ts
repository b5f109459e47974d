import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Every place where package-lock.json puts a package of this name, with its version. */
function copiesOf(name: string): [string, string][] {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    packages: Record<string, { version?: string }>;
  };
  return Object.entries(packages)
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .map(([path, { version = "" }]) => [path, version]);
}

// With two copies, settings and replacements made on one silently do nothing in the other.
it.each(["@shopify/shopify-api", "react", "react-dom", "@remix-run/react", "@prisma/client", "pg"])(
  "there is one copy of %s",
  (name) => {
    expect(copiesOf(name)).toEqual([[`node_modules/${name}`, expect.any(String)]]);
  },
);

it("every dependency is pinned to one version", () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as Record<
    "dependencies" | "devDependencies",
    Record<string, string>
  >;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, range]) => !/^\d/.test(range));
  expect(loose).toEqual([]);
});
