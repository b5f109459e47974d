import type { LoaderFunctionArgs } from "@remix-run/node";
import { writePolicyPage } from "../../policy/write-policy-page.server.ts";
import { proxyRequest } from "../../shopify/proxy-request.server.ts";
import { pageResponse } from "../../storefront-page/page-response.ts";

/**
 * `{proxy}/policy`: the privacy policy in force, in the shopper's language; `?version=3` an older one, `?locale=de` in a
 * language. 404 with a sentence where there is none.
 */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const { shop, path } = await proxyRequest(request);
  return pageResponse(await writePolicyPage(shop, { path, request, now: new Date() }));
}
