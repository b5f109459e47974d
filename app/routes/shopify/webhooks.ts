import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { receiveDelivery, type Received } from "../../inbox/receive-delivery.server.ts";
import { verifiedDelivery } from "../../shopify/verified-delivery.server.ts";

const STATUS: Readonly<Record<Received, number>> = { recorded: 200, "seen before": 200, unavailable: 503 };

/**
 * The door for every webhook of shopify.app.toml. 200 once the delivery and its job are committed; 503 when nothing
 * could be kept, so that Shopify sends it again (8 times in 4 hours).
 */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const delivery = await verifiedDelivery(request);
  const received = await receiveDelivery(delivery.shop, delivery, new Date());
  return new Response(null, {
    status: STATUS[received],
    headers: received === "unavailable" ? { "Retry-After": "60" } : {},
  });
}

/** Webhooks come by POST: any other method is answered 405. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  await verifiedDelivery(request);
  return new Response(null, { status: 405 });
}
