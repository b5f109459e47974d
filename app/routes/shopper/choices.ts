import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { writeChoicesPage } from "../../consent/write-choices-page.server.ts";
import { readFormField, proxyRequest } from "../../shopify/proxy-request.server.ts";
import { PAGE_HEADERS } from "../../storefront-page/storefront-page.ts";

/** The page of privacy choices for browsers without JavaScript: `{proxy}/choices`. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const { shop, path } = await proxyRequest(request);
  return new Response(await writeChoicesPage(shop, { path, receipt: null }), { headers: PAGE_HEADERS });
}

/** The same page with what the receipt in the form's field `receipt` leads to. 400 without one, 413 above 4 KiB. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const { shop, path } = await proxyRequest(request);
  const receipt = await readFormField(request, "receipt");
  return new Response(await writeChoicesPage(shop, { path, receipt }), { headers: PAGE_HEADERS });
}
