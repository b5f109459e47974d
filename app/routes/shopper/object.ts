import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answerObject, showObject } from "../../requests/shopper/answer-links.server.ts";
import { proxyRequest } from "../../shopify/proxy-request.server.ts";
import { pageResponse } from "../../storefront-page/page-response.ts";

/** The link by which a person says that nobody asks for them with their leave: `{proxy}/object/{token}`. Opening it changes nothing. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const knock = await proxyRequest(request);
  return pageResponse(await showObject({ knock, request, token: params["token"] ?? "", now: new Date() }));
}

/** Its button was pressed. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const knock = await proxyRequest(request);
  return pageResponse(await answerObject({ knock, request, token: params["token"] ?? "", now: new Date() }));
}
