import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answerVerify, showVerify } from "../../requests/shopper/answer-links.server.ts";
import { proxyRequest } from "../../shopify/proxy-request.server.ts";
import { pageResponse } from "../../storefront-page/page-response.ts";

/** The link that proves a mailbox: `{proxy}/verify/{token}`. Opening it changes nothing. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const knock = await proxyRequest(request);
  return pageResponse(await showVerify({ knock, request, token: params["token"] ?? "", now: new Date() }));
}

/** Its button was pressed. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const knock = await proxyRequest(request);
  return pageResponse(await answerVerify({ knock, request, token: params["token"] ?? "", now: new Date() }));
}
