import { expect, test } from "vitest";
import { plainCause, PlainProblem } from "./cause.ts";

test("a plain problem is told in its own words", () => {
  expect(plainCause(new PlainProblem("Shopify denied access."))).toBe("Shopify denied access.");
});

test("any other error is told without its message, which may quote a person", () => {
  const error = Object.assign(new Error("duplicate key (email)=(anna@example.com)"), { code: "23505" });
  expect(plainCause(error)).toContain("Error 23505");
  expect(plainCause(error)).not.toContain("anna");
  expect(plainCause("anna@example.com")).not.toContain("anna");
});

test("a known code has a sentence of its own", () => {
  expect(plainCause(Object.assign(new Error("x"), { code: "ECONNREFUSED" }))).toContain("does not answer");
});
