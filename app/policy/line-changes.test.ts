import fc from "fast-check";
import { expect, it } from "vitest";
import { lineChanges } from "./line-changes.ts";

const lines = fc.array(fc.constantFrom("We sell rings.", "We ship to France.", "Write to us.", ""), { maxLength: 12 });

it("a text has no changes against itself, whatever the order of its lines and the blanks around them", () => {
  fc.assert(
    fc.property(lines, (text) => {
      const shuffled = text.toReversed().map((line) => `  ${line.replaceAll(" ", "  ")} `);
      expect(lineChanges(text.join("\n"), shuffled.join("\n"))).toEqual({ gone: [], came: [] });
    }),
  );
});

it("what came and what went are the same the other way round, and explain the whole difference in length", () => {
  fc.assert(
    fc.property(lines, lines, (one, other) => {
      const [there, back] = [
        lineChanges(one.join("\n"), other.join("\n")),
        lineChanges(other.join("\n"), one.join("\n")),
      ];
      expect(back).toEqual({ gone: there.came, came: there.gone });
      const count = (text: readonly string[]) => text.filter((line) => line !== "").length;
      expect(count(other) - count(one)).toBe(there.came.length - there.gone.length);
    }),
  );
});

it("a sentence that was changed went and came", () => {
  expect(lineChanges("We keep it 8 years.\nWrite to us.", "We keep it for ever.\nWrite to us.")).toEqual({
    gone: ["We keep it 8 years."],
    came: ["We keep it for ever."],
  });
});
