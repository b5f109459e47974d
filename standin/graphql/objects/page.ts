import { gid, readGid } from "../../shop/ids.ts";
import type { StoredPage } from "../../state.ts";
import { nextId } from "../../world.ts";
import type { Arguments, Context, Field, Fields } from "../context.ts";
import { problem } from "../problem.ts";

const FIRST_PAGE = 118_200_000_000;

const pagesOf = ({ shop }: Context): Record<string, StoredPage> => (shop.pages ??= {});
const today = (context: Context) => new Date(context.world.clock.now()).toISOString();

/** A `Page`. */
function pageFields(id: string, page: StoredPage): Fields {
  const { title, handle, body, isPublished, createdAt, updatedAt } = page;
  return {
    ...{ __typename: "Page", id: gid("Page", id), title, handle, body, isPublished, createdAt, updatedAt },
    ...{ publishedAt: isPublished ? createdAt : null, templateSuffix: null, translations: [] },
    bodySummary: body.replace(/<[^>]*>/g, " ").slice(0, 150),
  };
}

function findPage(context: Context, id: unknown): [string, StoredPage] | undefined {
  const read = readGid(String(id));
  const page = read?.type === "Page" ? pagesOf(context)[String(read.number)] : undefined;
  return read && page && [String(read.number), page];
}

const slug = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");

/** Queries about pages of the online store. */
export const PAGE_QUERIES: Readonly<Record<string, Field>> = {
  page: (args, context) => {
    const found = findPage(context, args["id"]);
    return found ? pageFields(...found) : null;
  },
};

function isTaken(context: Context, handle: string, own?: string): boolean {
  return Object.entries(pagesOf(context)).some(([id, page]) => id !== own && page.handle === handle);
}

const TAKEN = { page: null, userErrors: problem(["page", "handle"], "Handle has already been taken", "TAKEN") };

function pageCreate(args: Arguments, context: Context): object {
  const { title, handle, body = "", isPublished = true } = args["page"] as Partial<StoredPage>;
  if (title === undefined || title.trim() === "")
    return { page: null, userErrors: problem(["page", "title"], "Title can't be blank", "BLANK") };
  if (handle !== undefined && isTaken(context, handle)) return TAKEN;
  const id = String(FIRST_PAGE + nextId(context.world));
  const at = today(context);
  const page = { title, handle: handle ?? slug(title), body, isPublished, createdAt: at, updatedAt: at };
  pagesOf(context)[id] = page;
  context.world.changed();
  return { page: pageFields(id, page), userErrors: [] };
}

function pageUpdate(args: Arguments, context: Context): object {
  const found = findPage(context, args["id"]);
  if (!found) return { page: null, userErrors: problem(["id"], "Page does not exist", "NOT_FOUND") };
  const [id, page] = found;
  const { title, handle, body, isPublished } = args["page"] as Partial<StoredPage>;
  if (handle !== undefined && isTaken(context, handle, id)) return TAKEN;
  const given = Object.entries({ title, handle, body, isPublished }).filter(([, value]) => value != null);
  Object.assign(page, Object.fromEntries(given), { updatedAt: today(context) });
  context.world.changed();
  return { page: pageFields(id, page), userErrors: [] };
}

/** Mutations of pages of the online store. */
export const PAGE_MUTATIONS: Readonly<Record<string, Field>> = { pageCreate, pageUpdate };
