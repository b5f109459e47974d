import { describe, expect, test } from "vitest";
import { searchTerm } from "./search-term.ts";

describe("a search term", () => {
  test("with an @ is an e-mail address", () => {
    expect(searchTerm("  Anna@Example.com ")).toEqual([{ email: "Anna@Example.com" }]);
  });

  test("of digits alone can be a customer id or a telephone", () => {
    expect(searchTerm("7013345678901")).toEqual([{ customerId: "7013345678901" }, { phone: "7013345678901" }]);
  });

  test("with a telephone's signs is a telephone", () => {
    expect(searchTerm("+49 (171) 234-5678")).toEqual([{ phone: "+49 (171) 234-5678" }]);
  });

  test("may be the id that Shopify's API uses", () => {
    expect(searchTerm("gid://shopify/Customer/42")).toEqual([{ customerId: "gid://shopify/Customer/42" }]);
  });

  test("that can name nobody finds nobody", () => {
    for (const term of ["", "  ", "Anna", "12", "order 1234"]) expect(searchTerm(term)).toEqual([]);
  });
});
