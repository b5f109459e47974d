import type { AdminGraphql } from "./admin-graphql.server.ts";
import type { BulkOrdersQuery, OrderLineFragment } from "./generated/operations.ts";
import { BULK_STATUS, bulkOrdersDocument, RUN_BULK_QUERY } from "./operations/bulk.ts";
import { ShopifyRefused } from "./shopify-refused.ts";

type BulkNode = BulkOrdersQuery["orders"]["edges"][number]["node"];

/** An order of a bulk operation's file, without the lines of its refunds, which a bulk query cannot read. */
export type BulkOrder = Omit<BulkNode, "lineItems"> & { readonly lines: readonly OrderLineFragment[] };

/** How a bulk operation stands; `url` is null when it found nothing. A file stays readable for seven days. */
export type BulkState =
  { readonly kind: "running" } | { readonly kind: "done"; readonly url: string | null } | { readonly kind: "failed" };

/**
 * Starts a bulk operation over the orders that a search expression finds; gives its id. Throws `ShopifyRefused`:
 * THROTTLED while as many operations run as Shopify allows.
 * Source: https://shopify.dev/docs/api/usage/bulk-operations/queries
 */
export async function startBulkOrders(admin: AdminGraphql, search: string): Promise<string> {
  const { bulkOperationRunQuery } = await admin(RUN_BULK_QUERY, { query: bulkOrdersDocument(search) });
  const id = bulkOperationRunQuery?.bulkOperation?.id;
  if (id !== undefined) return id;
  const codes = bulkOperationRunQuery?.userErrors.map(({ code }) => code) ?? [];
  const busy = codes.includes("OPERATION_IN_PROGRESS") || codes.includes("LIMIT_REACHED");
  throw new ShopifyRefused(busy ? "THROTTLED" : "INVALID", RUN_BULK_QUERY.name);
}

/** Asks how a bulk operation stands. Throws `ShopifyRefused`: ACCESS_DENIED when it ended for lack of a scope. */
export async function pollBulk(admin: AdminGraphql, id: string): Promise<BulkState> {
  const { bulkOperation } = await admin(BULK_STATUS, { id });
  if (bulkOperation === null) return { kind: "failed" };
  if (bulkOperation.errorCode === "ACCESS_DENIED") throw new ShopifyRefused("ACCESS_DENIED", BULK_STATUS.name);
  switch (bulkOperation.status) {
    case "COMPLETED":
      return { kind: "done", url: bulkOperation.url };
    case "CREATED":
    case "RUNNING":
      return { kind: "running" };
    case "CANCELED":
    case "CANCELING":
    case "EXPIRED":
    case "FAILED":
      return { kind: "failed" };
  }
}

async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of body) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = parts.pop() ?? "";
    yield* parts;
  }
  yield rest + decoder.decode();
}

async function openFile(url: string): Promise<AsyncIterable<Uint8Array>> {
  const response = await fetch(url).catch(() => null);
  if (response === null || !response.ok || response.body === null) {
    throw new ShopifyRefused("UNREACHABLE", "BulkOrdersFile");
  }
  return response.body;
}

type FileNode = BulkNode & OrderLineFragment & { readonly __parentId?: string };

async function* nodesOf(url: string): AsyncGenerator<FileNode> {
  try {
    for await (const text of linesOf(await openFile(url))) {
      if (text.trim() !== "") yield JSON.parse(text) as FileNode;
    }
  } catch (error) {
    // The connection broke, or the file ends in the middle of a line.
    if (error instanceof TypeError || error instanceof SyntaxError) {
      throw new ShopifyRefused("UNREACHABLE", "BulkOrdersFile");
    }
    throw error;
  }
}

/**
 * Reads a bulk operation's file as it arrives and yields order by order. Children stand directly below their order
 * (`groupObjects`), so never more than one order is held. Throws `ShopifyRefused`: UNREACHABLE when the file cannot be
 * read to its end; an `Error` when a child stands elsewhere.
 */
export async function* streamBulk(url: string): AsyncGenerator<BulkOrder> {
  let order: BulkNode | null = null;
  let lines: OrderLineFragment[] = [];
  for await (const node of nodesOf(url)) {
    if (node.__parentId === undefined) {
      if (order !== null) yield { ...order, lines };
      order = node;
      lines = [];
    } else if (order?.id === node.__parentId) {
      lines.push(node);
    } else {
      throw new Error("A bulk operation's file holds a line apart from its order");
    }
  }
  if (order !== null) yield { ...order, lines };
}
