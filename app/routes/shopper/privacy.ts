import type { LoaderFunctionArgs } from "@remix-run/node";
import { writeEntrance } from "../../requests/shopper/write-entrance.server.ts";
import { proxyRequest } from "../../shopify/proxy-request.server.ts";
import { pageResponse } from "../../storefront-page/page-response.ts";

/** What a shopper finds under https://{shop}/apps/privacy: what they may ask for, and where. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  return pageResponse({ status: 200, page: await writeEntrance(await proxyRequest(request), request, new Date()) });
}
