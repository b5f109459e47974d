import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { packageResponse } from "../../requests/package-response.server.ts";
import { answerOpen, showOpen } from "../../requests/shopper/answer-package.server.ts";
import { proxyRequest } from "../../shopify/proxy-request.server.ts";
import { pageResponse } from "../../storefront-page/page-response.ts";

/** The link that opens a package once: `{proxy}/package/open/{token}`. Opening it changes nothing. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const knock = await proxyRequest(request);
  return pageResponse(await showOpen({ knock, request, token: params["token"] ?? "", now: new Date() }));
}

/** Its button was pressed: a page, or the package itself. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const knock = await proxyRequest(request);
  const answer = await answerOpen({ knock, request, token: params["token"] ?? "", now: new Date() });
  return "parts" in answer ? packageResponse(answer) : pageResponse(answer);
}
