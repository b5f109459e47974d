import { Kind, parse, TypeInfo, validate, visit, visitWithTypeInfo } from "graphql";
import type { DocumentNode, FragmentDefinitionNode, OperationDefinitionNode } from "graphql";
import { describe, expect, it } from "vitest";
import { bulkProblem } from "../../../standin/graphql/bulk/check-bulk-query.ts";
import { estimateCost } from "../../../standin/graphql/estimate-cost.ts";
import { loadSchema } from "../../../standin/graphql/load-schema.ts";
import { ORDERS_A_PAGE } from "../collect-orders.server.ts";
import { UNFINISHED_A_PAGE } from "../collect-unfinished.server.ts";
import * as bulk from "./bulk.ts";
import * as changes from "./change-customer.ts";
import * as customer from "./customer.ts";
import type { Operation } from "./operation.ts";
import * as orders from "./orders.ts";
import * as shop from "./shop.ts";
import * as unfinished from "./unfinished.ts";

const { schema } = loadSchema();
const { bulkOrdersDocument, ...bulkOperations } = bulk;
const OPERATIONS: readonly Operation<unknown, never>[] = [
  bulkOperations,
  changes,
  customer,
  orders,
  shop,
  unfinished,
].flatMap((file) => Object.values<Operation<unknown, never>>(file));

/** As many as one page asks for at most; other connections are read 100 at a time. */
const FIRST: Readonly<Record<string, number>> = {
  CustomerOrders: ORDERS_A_PAGE,
  OrdersBySearch: ORDERS_A_PAGE,
  DraftOrders: UNFINISHED_A_PAGE,
  AbandonedCheckouts: UNFINISHED_A_PAGE,
};

function partsOf(document: DocumentNode): [OperationDefinitionNode, Map<string, FragmentDefinitionNode>] {
  const fragments = document.definitions.filter((part) => part.kind === Kind.FRAGMENT_DEFINITION);
  const operation = document.definitions.find((part) => part.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error("No operation");
  return [operation, new Map(fragments.map((fragment) => [fragment.name.value, fragment]))];
}

describe("operations", () => {
  it.each(OPERATIONS)("$name uses nothing that Shopify has deprecated", ({ document }) => {
    const deprecated: string[] = [];
    const info = new TypeInfo(schema);
    const Field = () => {
      const field = info.getFieldDef();
      if (typeof field?.deprecationReason === "string") deprecated.push(field.name);
    };
    visit(parse(document), visitWithTypeInfo(info, { Field }));
    expect(deprecated).toEqual([]);
  });

  it.each(OPERATIONS)("$name costs less than the 1,000 points of a query", ({ name, document }) => {
    const [operation, fragments] = partsOf(parse(document));
    const cost = estimateCost(schema, operation, fragments, { first: FIRST[name] ?? 100 });
    expect(cost).toBeLessThan(1_000);
  });

  it("read a page of orders by id within 1,000 points, if each id costs what it gives", () => {
    const [operation, fragments] = partsOf(parse(orders.ORDERS_BY_IDS.document));
    expect(estimateCost(schema, operation, fragments, {}) * ORDERS_A_PAGE).toBeLessThan(1_000);
  });
});

describe("the bulk query", () => {
  it("is valid without variables, whatever is searched for", () => {
    const search = 'email:"a\\"b$&$1\u2028"';
    const document = parse(bulkOrdersDocument(search));
    expect(validate(schema, document)).toEqual([]);
    const found: string[] = [];
    visit(document, {
      Argument: ({ value }) => (value.kind === Kind.STRING ? void found.push(value.value) : undefined),
    });
    expect(found).toEqual([search]);
  });

  it("keeps to Shopify's limits: two levels of connections, and none inside a list", () => {
    expect(bulkProblem(parse(bulkOrdersDocument("x")))).toBeUndefined();
  });
});
