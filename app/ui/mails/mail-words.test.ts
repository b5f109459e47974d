import { expect, test } from "vitest";
import { TEMPLATE_NAMES, variablesOf } from "../../mail/templates.ts";
import { MAIL_WORDS } from "./mail-words.ts";
import { variableWords } from "./variable-words.ts";

test("every mail has a name of its own, and every variable is explained", () => {
  expect(new Set(Object.values(MAIL_WORDS)).size).toBe(TEMPLATE_NAMES.length);
  const unexplained = TEMPLATE_NAMES.flatMap((template) => Object.keys(variablesOf(template))).filter(
    (name) => variableWords(name) === name,
  );
  expect(unexplained).toEqual([]);
});
