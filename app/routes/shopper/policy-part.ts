import type { LoaderFunctionArgs } from "@remix-run/node";
import { isPolicyPart } from "../../policy/cut-sections.ts";
import { writePolicyPage } from "../../policy/write-policy-page.server.ts";
import { proxyRequest } from "../../shopify/proxy-request.server.ts";
import { pageResponse } from "../../storefront-page/page-response.ts";

/**
 * `{proxy}/policy/cookies` and `{proxy}/policy/short`: the cookie policy and the short notice, cut out of the policy in
 * force. 404 for other parts, and where no policy is published.
 */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { shop, path } = await proxyRequest(request);
  const part = params["part"] ?? "";
  if (!isPolicyPart(part)) throw new Response(null, { status: 404 });
  return pageResponse(await writePolicyPage(shop, { path, request, now: new Date(), part }));
}
