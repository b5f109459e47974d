import type { LoaderFunctionArgs } from "@remix-run/node";
import { writeVersionsPage } from "../../policy/write-policy-page.server.ts";
import { proxyRequest } from "../../shopify/proxy-request.server.ts";
import { pageResponse } from "../../storefront-page/page-response.ts";

/** `{proxy}/policy/versions`: every policy that was ever published, by its day. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const { shop, path } = await proxyRequest(request);
  return pageResponse(await writeVersionsPage(shop, { path, request }));
}
