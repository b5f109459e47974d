import { expect, test } from "vitest";
import { missingScopes } from "./missing-scopes.ts";

test("a scope that is not granted is missing, and writing includes reading", () => {
  expect(missingScopes(["read_orders", "read_customers"], ["write_customers"])).toEqual(["read_orders"]);
  expect(missingScopes(["write_customers"], ["read_customers"])).toEqual(["write_customers"]);
  expect(missingScopes([], ["read_orders"])).toEqual([]);
});
