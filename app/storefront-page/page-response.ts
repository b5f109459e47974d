import { PAGE_HEADERS } from "./storefront-page.ts";

/** A page as the answer to a shopper's browser. */
export function pageResponse({ status, page }: { status: number; page: string }): Response {
  const later = status === 429 ? { "Retry-After": "3600" } : {};
  return new Response(page, { status, headers: { ...PAGE_HEADERS, ...later } });
}
