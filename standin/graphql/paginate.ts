import { GraphQLError } from "graphql";
import type { Arguments, BulkWindow, Context, Fields } from "./context.ts";

/** A list that need not exist as an array: 26,000 orders are only counted until they are asked for. */
export interface Listing<T> {
  total: number;
  at(index: number): T;
}

export const listingOf = <T>(items: readonly T[]): Listing<T> => ({
  total: items.length,
  at: (index) => {
    const item = items[index];
    if (item === undefined) throw new RangeError(`Nothing at ${String(index)}`);
    return item;
  },
});

export const reversed = <T>(listing: Listing<T>): Listing<T> => ({
  total: listing.total,
  at: (index) => listing.at(listing.total - 1 - index),
});

/** The largest page, and how far pages go (https://shopify.dev/docs/api/usage/limits#pagination-limits). */
const LARGEST_PAGE = 250;
const LAST_OBJECT = 25_000;

const bad = (message: string): GraphQLError => new GraphQLError(message, { extensions: { code: "BAD_REQUEST" } });

const cursorAt = (index: number): string => Buffer.from(JSON.stringify({ at: index })).toString("base64");

function readCursor(cursor: unknown): number | undefined {
  if (typeof cursor !== "string") return undefined;
  try {
    const { at } = JSON.parse(Buffer.from(cursor, "base64").toString("utf8")) as { at?: unknown };
    if (typeof at === "number") return at;
  } catch {
    // Not ours: refused below.
  }
  throw bad(`Invalid cursor for current pagination sort: ${cursor}`);
}

function checkSize(name: string, size: unknown): number | undefined {
  if (typeof size !== "number") return undefined;
  if (size < 0 || size > LARGEST_PAGE) throw bad(`${name} must be between 0 and ${String(LARGEST_PAGE)}`);
  return size;
}

/** First and last index (exclusive) of the page. */
function pageOf(args: Arguments, total: number): { from: number; to: number } {
  const first = checkSize("first", args["first"]);
  const last = checkSize("last", args["last"]);
  if (first === undefined && last === undefined) throw bad("you must provide one of first or last");
  if (first !== undefined && last !== undefined) throw bad("providing both first and last is not supported");
  const after = readCursor(args["after"]);
  const before = readCursor(args["before"]);
  const low = after === undefined ? 0 : after + 1;
  const high = before === undefined ? total : Math.min(before, total);
  if (first !== undefined) return { from: low, to: Math.max(low, Math.min(low + first, high)) };
  return { from: Math.max(low, high - (last ?? 0)), to: Math.max(low, high) };
}

/** The first connection of a bulk operation is read in stretches, those inside it whole. */
function stretchOf(bulk: BulkWindow, total: number): { from: number; to: number } {
  if (bulk.total !== undefined) return { from: 0, to: total };
  bulk.total = total;
  return { from: Math.min(bulk.from, total), to: Math.min(bulk.to, total) };
}

/**
 * One page as a Relay connection. Objects beyond the 25,000th are refused, and the error says what to do instead; that
 * it is an error rather than an early end is a guess, on the safe side. Inside a bulk operation there are no pages.
 */
export function paginate<T>(context: Context, args: Arguments, listing: Listing<T>, show: (item: T) => Fields): Fields {
  const turned = args["reverse"] === true ? reversed(listing) : listing;
  const { from, to } = context.bulk === undefined ? pageOf(args, turned.total) : stretchOf(context.bulk, turned.total);
  if (context.bulk === undefined && to > LAST_OBJECT)
    throw new GraphQLError(`Pages end at ${String(LAST_OBJECT)} objects. Narrow the query or use a bulk operation.`, {
      extensions: { code: "PAGINATION_LIMIT" },
    });
  const indexes = Array.from({ length: to - from }, (_, offset) => from + offset);
  let made: Fields[] | undefined;
  const nodes = (): Fields[] => (made ??= indexes.map((index) => show(turned.at(index))));
  return {
    nodes,
    edges: () => nodes().map((node, offset) => ({ node, cursor: cursorAt(from + offset) })),
    pageInfo: {
      hasNextPage: to < turned.total,
      hasPreviousPage: from > 0,
      startCursor: to > from ? cursorAt(from) : null,
      endCursor: to > from ? cursorAt(to - 1) : null,
    },
  };
}

/** An empty connection, for what this shop does not have. */
export const emptyPage = (args: Arguments, context: Context): Fields =>
  paginate(context, args, listingOf([]), () => ({}));
