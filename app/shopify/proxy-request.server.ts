import { shopify } from "./app.server.ts";

/**
 * A request that came through Shopify's app proxy, with its signature checked. `customerId` is the signed-in
 * customer's, undefined for a guest. Throws Response 400 for a bad signature or one older than 90 s.
 * https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies
 */
export async function proxyRequest(request: Request): Promise<{ shop: string; customerId: string | undefined }> {
  await shopify().authenticate.public.appProxy(request);
  const query = new URL(request.url).searchParams;
  const shop = query.get("shop");
  if (shop === null) throw new Response("The shop is missing.", { status: 400 });
  return { shop, customerId: query.get("logged_in_customer_id") ?? undefined };
}
