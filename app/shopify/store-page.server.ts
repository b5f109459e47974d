import type { AdminGraphql } from "./admin-graphql.server.ts";
import { ADD_PAGE, CHANGE_PAGE, PAGE_TEXT } from "./operations/policies.ts";

/** A page of the online store as Shopify keeps it. `id`: a global id; `body`: HTML. */
export interface StorePage {
  id: string;
  handle: string;
  body: string;
  isPublished: boolean;
}

/** A page as it is to be. */
export interface WantedPage {
  title: string;
  body: string;
  /** Where it stands below `/pages/`, when it is new and nothing else stands there. */
  handle: string;
}

/** A page by its id; null when somebody deleted it. Throws `ShopifyRefused`. */
export async function readStorePage(admin: AdminGraphql, id: string): Promise<StorePage | null> {
  return (await admin(PAGE_TEXT, { id })).page;
}

type Failed = readonly { code: string | null; message: string }[];

const why = (errors: Failed) => ({
  why: errors.map(({ message }) => message).join(" ") || "Shopify gave no reason.",
});

/**
 * Adds a page, published; where its address is taken, Shopify chooses another. Answers the page as Shopify kept it, or
 * Shopify's reason not to. Throws `ShopifyRefused`, ACCESS_DENIED without the scope among others.
 */
export async function addStorePage(
  admin: AdminGraphql,
  { title, body, handle }: WantedPage,
): Promise<StorePage | { why: string }> {
  const add = async (address: { handle?: string }) =>
    (await admin(ADD_PAGE, { page: { title, body, isPublished: true, ...address } })).pageCreate;
  const first = await add({ handle });
  const added = first?.userErrors.some(({ code }) => code === "TAKEN") === true ? await add({}) : first;
  return added?.page ?? why(added?.userErrors ?? []);
}

/** Writes a page again, published; "gone" when somebody deleted it. Throws `ShopifyRefused`. */
export async function changeStorePage(
  admin: AdminGraphql,
  id: string,
  { title, body }: Omit<WantedPage, "handle">,
): Promise<StorePage | "gone" | { why: string }> {
  const { pageUpdate } = await admin(CHANGE_PAGE, { id, page: { title, body, isPublished: true } });
  if (pageUpdate?.userErrors.some(({ code }) => code === "NOT_FOUND") === true) return "gone";
  return pageUpdate?.page ?? why(pageUpdate?.userErrors ?? []);
}
