import type { LoaderFunctionArgs } from "@remix-run/node";
import { writePrivacyPage } from "../../requests/privacy-page.server.ts";
import { proxyRequest } from "../../shopify/proxy-request.server.ts";

/** What a shopper finds under https://{shop}/apps/privacy: whom to ask about their data, and by when they get an answer. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const { shop } = await proxyRequest(request);
  const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "private, no-store" };
  return new Response(await writePrivacyPage(shop), { headers });
}
