import type { LoaderFunctionArgs } from "@remix-run/node";
import { readPublicRegister } from "../../consent/read-public-register.server.ts";
import { proxyRequest } from "../../shopify/proxy-request.server.ts";

/** `{proxy}/register.json`: the services and cookies behind each purpose. May be kept for five minutes. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const { shop } = await proxyRequest(request);
  const { text, tag } = await readPublicRegister(shop);
  const headers = { "Cache-Control": "public, max-age=300, stale-while-revalidate=86400", ETag: tag };
  if (request.headers.get("if-none-match") === tag) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "Content-Type": "application/json; charset=utf-8" } });
}
