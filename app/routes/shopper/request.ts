import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answerForm, showForm } from "../../requests/shopper/answer-form.server.ts";
import { proxyRequest } from "../../shopify/proxy-request.server.ts";
import { pageResponse } from "../../storefront-page/page-response.ts";

/** The form for privacy requests: `{proxy}/request`. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  return pageResponse(await showForm(await proxyRequest(request), request, new Date()));
}

/** Takes the form: fields, and a file where somebody asks for another. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  return pageResponse(await answerForm(await proxyRequest(request), request, new Date()));
}
