import type { ActionFunctionArgs } from "@remix-run/node";
import { receiveSighting } from "../../consent/keep-sightings.server.ts";
import { readSighting, SIGHTING_BYTES } from "../../consent/sighting.ts";
import { proxyRequest } from "../../shopify/proxy-request.server.ts";
import { readLimited } from "../../shopify/read-limited.server.ts";

/** What ran on a page, as the storefront reports it: counted, answered with 204. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const { shop } = await proxyRequest(request);
  if (request.method !== "POST") return new Response("Only POST.", { status: 405, headers: { Allow: "POST" } });
  const body = await readLimited(request, SIGHTING_BYTES);
  if (!body) return new Response("The report is too large.", { status: 413 });
  const sighting = readSighting(body.toString("utf8"));
  if (typeof sighting === "string") return new Response(sighting, { status: 400 });
  receiveSighting(shop, sighting, new Date());
  return new Response(null, { status: 204 });
}

/** A report is sent, never fetched. */
export async function loader({ request }: ActionFunctionArgs): Promise<Response> {
  await proxyRequest(request);
  return new Response("Only POST.", { status: 405, headers: { Allow: "POST" } });
}
