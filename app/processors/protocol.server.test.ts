import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { ANSWER, MESSAGE, READ_BACK, READY } from "./protocol.server.ts";

const SCHEMA = "docs/processor-protocol.schema.json";

/** The schema that receivers are written against, from the very shapes that are checked here. */
function schema() {
  const of = (shape: z.ZodType) => z.toJSONSchema(shape, { unrepresentable: "any" });
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Processor protocol, version 1",
    $defs: { message: of(MESSAGE), answer: of(ANSWER), readBack: of(READ_BACK), ready: of(READY) },
  };
}

test("the published schema is the one that is used", () => {
  const published: unknown = JSON.parse(readFileSync(SCHEMA, "utf8"));
  expect(published).toEqual(JSON.parse(JSON.stringify(schema())));
});

test("the examples of the documentation are what the schema says", () => {
  const text = readFileSync("docs/processor-protocol.md", "utf8");
  const examples = [...text.matchAll(/```json (\w+)\n(.*?)```/gs)];
  const shapes = { message: MESSAGE, answer: ANSWER, readBack: READ_BACK, ready: READY };
  expect(examples.map(([, name]) => name).sort()).toEqual(["answer", "message", "readBack", "ready"]);
  for (const [, name = "", body = ""] of examples) {
    const shape = shapes[name as keyof typeof shapes];
    for (const line of body.trim().split(/\n(?=\{)/))
      expect(shape.safeParse(JSON.parse(line)).success, line).toBe(true);
  }
});
