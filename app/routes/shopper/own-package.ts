import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { packageResponse } from "../../requests/package-response.server.ts";
import { answerPackage, showPackage } from "../../requests/shopper/answer-package.server.ts";
import { proxyRequest } from "../../shopify/proxy-request.server.ts";
import { pageResponse } from "../../storefront-page/page-response.ts";

/** The way to a package: `{proxy}/package/{token}`. Opening it changes nothing. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const knock = await proxyRequest(request);
  return pageResponse(await showPackage({ knock, request, token: params["token"] ?? "", now: new Date() }));
}

/** Its button was pressed: a page, or the package itself. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const knock = await proxyRequest(request);
  const answer = await answerPackage({ knock, request, token: params["token"] ?? "", now: new Date() });
  return "parts" in answer ? packageResponse(answer) : pageResponse(answer);
}
