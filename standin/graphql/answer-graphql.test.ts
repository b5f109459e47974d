import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, setStage, type Stage } from "../for-tests.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  stage.standin.control.setBucket({ maximum: 1_000_000, perSecond: 1_000_000 });
});
afterAll(async () => {
  await stage.close();
});

describe("what a token may ask", () => {
  it("refuses a field that the schema does not have, in Shopify's words", () => {
    const { errors } = ask(stage.standin, "{ shop { nope } }");
    expect(errors?.[0]).toMatchObject({
      message: "Field 'nope' doesn't exist on type 'Shop'",
      extensions: { code: "undefinedField", typeName: "Shop", fieldName: "nope" },
    });
  });

  it("refuses a field whose scope was not granted and names the scope", () => {
    const { errors } = ask(stage.standin, "{ customers(first: 1) { nodes { id } } }", { scopes: ["read_orders"] });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: "ACCESS_DENIED",
      requiredAccess: "`read_customers` access scope.",
    });
  });

  it("lets write scopes read", () => {
    const { errors } = ask(stage.standin, "{ customers(first: 1) { nodes { id } } }", { scopes: ["write_customers"] });
    expect(errors).toBeUndefined();
  });

  it("answers the rest when one nullable field is refused", () => {
    const query = '{ shop { name } order(id: "gid://shopify/Order/5400001000000") { name customer { id } } }';
    const { data, errors } = ask(stage.standin, query, { scopes: ["read_orders", "read_all_orders"] });
    expect(data).toEqual({ shop: { name: "Rosewood Jewellery" }, order: { name: "#1007", customer: null } });
    expect(errors).toHaveLength(1);
  });

  it("hides orders older than 60 days from a token without read_all_orders", () => {
    const query = '{ ordersCount(query: "email:juergen.gross@beispiel.example") { count } }';
    const all = ask(stage.standin, query).data?.["ordersCount"] as { count: number };
    const recent = ask(stage.standin, query, { scopes: ["read_orders"] }).data?.["ordersCount"] as { count: number };
    expect(all.count).toBe(2500);
    expect(recent.count).toBeGreaterThan(0);
    expect(recent.count).toBeLessThan(200);
  });

  it("says which field nobody built instead of inventing a value", () => {
    const { errors } = ask(stage.standin, "{ shop { resourceLimits { maxProductVariants } } }");
    expect(errors?.[0]?.message).toBe("stand-in: Shop.resourceLimits is not built");
  });

  it("says which search key nobody built", () => {
    const { errors } = ask(stage.standin, '{ customers(first: 1, query: "total_spent:>5") { nodes { id } } }');
    expect(errors?.[0]?.message).toContain('"total_spent"');
  });
});

describe("who may erase", () => {
  const erase =
    'mutation { customerRequestDataErasure(customerId: "gid://shopify/Customer/7100000000000") { customerId userErrors { code } } }';

  it("refuses an offline token, behind which nobody stands", () => {
    expect(ask(stage.standin, erase).errors?.[0]?.extensions?.["code"]).toBe("ACCESS_DENIED");
  });

  it("refuses a staff member without the permission", () => {
    expect(ask(stage.standin, erase, { staff: 81002 }).errors?.[0]?.extensions?.["code"]).toBe("ACCESS_DENIED");
  });

  it("lets the owner do it, and take it back within ten days", () => {
    expect(ask(stage.standin, erase, { staff: 81001 }).errors).toBeUndefined();
    const cancelled = ask(stage.standin, erase.replace("Request", "Cancel"), { staff: 81001 });
    expect(cancelled.data?.["customerCancelDataErasure"]).toMatchObject({ userErrors: [] });
  });
});

interface Page {
  nodes: { id: string; createdAt: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

describe("pages", () => {
  const orders = (email: string): string =>
    `query($after: String) { orders(first: 250, after: $after, query: "email:${email}") { nodes { id createdAt } pageInfo { hasNextPage endCursor } } }`;

  it("goes through 2,500 orders, each once, oldest first", () => {
    const seen: Page["nodes"] = [];
    for (let after: string | null = null, more = true; more;) {
      const answer = ask(stage.standin, orders("juergen.gross@beispiel.example"), { variables: { after } });
      const page = answer.data?.["orders"] as Page;
      seen.push(...page.nodes);
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(new Set(seen.map((order) => order.id)).size).toBe(2500);
    expect(seen.map((order) => order.createdAt)).toEqual(seen.map((order) => order.createdAt).toSorted());
  });

  it("ends at 25,000 objects with an error that points to bulk operations", () => {
    const after = (at: number): string => Buffer.from(JSON.stringify({ at })).toString("base64");
    const email = "test.buyer@rosewood.example";
    expect(ask(stage.standin, orders(email), { variables: { after: after(24_749) } }).errors).toBeUndefined();
    const beyond = ask(stage.standin, orders(email), { variables: { after: after(24_750) } });
    expect(beyond.errors?.[0]?.message).toContain("bulk operation");
  });

  it("refuses more than 250 at once, and a page without a size", () => {
    expect(ask(stage.standin, "{ orders(first: 251) { nodes { id } } }").errors).toBeDefined();
    expect(ask(stage.standin, "{ orders { nodes { id } } }").errors?.[0]?.message).toContain("first or last");
  });

  it("goes backwards too", () => {
    const query =
      '{ orders(last: 1, query: "email:mateo.rivera@example.com") { nodes { name } pageInfo { hasNextPage hasPreviousPage } } }';
    expect(ask(stage.standin, query).data?.["orders"]).toEqual({
      nodes: [{ name: "#1046" }],
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    });
  });
});

describe("people", () => {
  it.each(["Мария", "田中", "לוי", "अनन्या", "김", "ليلى", "Παπαδοπούλου"])("finds %s by name", (name) => {
    const { data } = ask(
      stage.standin,
      "query($q: String!) { customers(first: 2, query: $q) { nodes { displayName } } }",
      {
        variables: { q: name },
      },
    );
    expect((data?.["customers"] as { nodes: unknown[] }).nodes).toHaveLength(1);
  });

  it("finds a guest's checkout by e-mail, and no customer", () => {
    const query =
      '{ abandonedCheckouts(first: 5, query: "noemi.keller@beispiel.example") { nodes { billingAddress { name } customer { id } } } customersCount(query: "email:noemi.keller@beispiel.example") { count } }';
    expect(ask(stage.standin, query).data).toEqual({
      abandonedCheckouts: { nodes: [{ billingAddress: { name: "Noemi Keller" }, customer: null }] },
      customersCount: { count: 0 },
    });
  });

  it("is the same shop for the same seed", async () => {
    const other = await setStage();
    const query =
      '{ orders(first: 20, query: "email:mateo.rivera@example.com") { nodes { name totalPriceSet { shopMoney { amount } } } } }';
    expect(ask(other.standin, query).data).toEqual(ask(stage.standin, query).data);
    await other.close();
  });
});
