import type { LoaderFunctionArgs } from "@remix-run/node";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";

/** Shopify's library answers everything below /auth itself: bounce page, exit from the frame. */
export async function loader({ request }: LoaderFunctionArgs): Promise<null> {
  await merchantRequest(request);
  return null;
}
