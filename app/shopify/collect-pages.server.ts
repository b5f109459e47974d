import { ShopifyRefused } from "./shopify-refused.ts";

/** One page of a GraphQL connection. */
export interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Asks for `first` nodes after a cursor; null when what the connection hangs on does not exist. */
export type ReadPage<Node> = (first: number, after: string | null) => Promise<Connection<Node> | null>;

/** Calls with a size, and with half of it as often as Shopify finds that too costly. Gives the size that worked too. */
export async function withAffordableSize<Result>(
  size: number,
  attempt: (size: number) => Promise<Result>,
): Promise<{ readonly result: Result; readonly size: number }> {
  for (let current = size; ; current = Math.floor(current / 2)) {
    try {
      return { result: await attempt(current), size: current };
    } catch (error) {
      if (!(error instanceof ShopifyRefused) || error.code !== "TOO_COSTLY" || current <= 1) throw error;
    }
  }
}

/** A page and the cursor after it; null after the last page. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly after: string | null;
}

/** Walks a connection page by page, from a cursor on, holding one page at a time. */
export async function* pageThrough<Node>(
  read: ReadPage<Node>,
  size: number,
  from: string | null,
): AsyncGenerator<Page<Node>, void> {
  let after = from;
  let affordable = size;
  do {
    const position = after;
    const answer = await withAffordableSize(affordable, (first) => read(first, position));
    affordable = answer.size;
    if (answer.result === null) return;
    const { nodes, pageInfo } = answer.result;
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    yield { items: nodes, after };
  } while (after !== null);
}

const REST_PAGE = 100;

/** All nodes of a connection whose first page is already there. */
export async function restOf<Node>(begun: Connection<Node>, read: ReadPage<Node>): Promise<readonly Node[]> {
  if (!begun.pageInfo.hasNextPage) return begun.nodes;
  return [...begun.nodes, ...(await allOf(read, begun.pageInfo.endCursor))];
}

/** All nodes of a connection from a cursor on. */
export async function allOf<Node>(read: ReadPage<Node>, from: string | null): Promise<Node[]> {
  const nodes: Node[] = [];
  for await (const page of pageThrough(read, REST_PAGE, from)) nodes.push(...page.items);
  return nodes;
}
