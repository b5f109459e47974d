import { globSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";

/** Names of the models of a Prisma schema that can hold a person: sealed data, a person's id, or a blind index. */
function modelsWithPeople(schema: string): string[] {
  return [...schema.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)]
    .filter(([, , body = ""]) => /^\s+(sealed\w*\s|subject\s|index\s+Bytes)/m.test(body))
    .map(([, name = ""]) => name);
}

/** What every folder says of itself in its `personal-data.ts`. */
async function listedTables(): Promise<string[]> {
  const files = globSync("app/*/personal-data.ts");
  const modules = await Promise.all(
    files.map((file) => import(pathToFileURL(file).href) as Promise<{ PERSONAL_DATA_TABLES: readonly string[] }>),
  );
  return modules.flatMap(({ PERSONAL_DATA_TABLES }) => PERSONAL_DATA_TABLES);
}

const schema = readFileSync("prisma/schema.prisma", "utf8");

it("every table that can hold a person is on the list of the folder that finds and erases it", async () => {
  const listed = await listedTables();
  expect(modelsWithPeople(schema).filter((model) => !listed.includes(model))).toEqual([]);
});

it("no list names a table twice, or one that does not exist", async () => {
  const listed = await listedTables();
  const models = [...schema.matchAll(/^model (\w+)/gm)].map(([, name = ""]) => name);
  expect(listed.filter((table, at) => listed.indexOf(table) !== at || !models.includes(table))).toEqual([]);
});

it("a table that nobody lists is noticed, by each of the three signs", () => {
  const model = (name: string, column: string) => `model ${name} {\n  shop String\n  ${column}\n\n  @@id([shop])\n}\n`;
  const planted = [
    model("Letter", "sealedText Bytes"),
    model("Note", "subject String? @db.Uuid"),
    model("Lookup", "index   Bytes"),
    model("Part", "index   Int"),
    model("Setting", "value String"),
  ].join("\n");
  expect(modelsWithPeople(planted)).toEqual(["Letter", "Note", "Lookup"]);
});
