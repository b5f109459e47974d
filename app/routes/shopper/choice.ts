import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { LARGEST_CHOICES, parseChoices } from "../../consent/parse-choice.ts";
import { refusedSale } from "../../consent/refused-sale.ts";
import { receiveChoices } from "../../consent/receive-choices.server.ts";
import { mayChoose } from "../../consent/may-choose.server.ts";
import { takeOptOut } from "../../requests/take-opt-out.server.ts";
import { proxyRequest, readSmallBody } from "../../shopify/proxy-request.server.ts";

/**
 * The door for every choice that shoppers make: 204 once it is committed, now or at an earlier try. 400 with a sentence
 * for a body that is no choice, 413 above 64 KiB, 429 for a flood from one address, 503 when nothing could be kept:
 * after the last two the browser keeps the choice and comes again.
 */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const { shop, customerId, ip } = await proxyRequest(request);
  if (request.method !== "POST") return say(405, "Choices come by POST.", { Allow: "POST" });
  const parsed = parseChoices(await readSmallBody(request, LARGEST_CHOICES));
  if (!parsed.ok) return say(400, parsed.problem);
  if (!(await mayChoose(shop, ip, parsed.choices.length)))
    return say(429, "Too many at once.", { "Retry-After": "60" });
  const now = new Date();
  const received = await receiveChoices(shop, parsed.choices, { customerId, ip }, now);
  if (received === "unavailable") return say(503, "It could not be kept. Come again.", { "Retry-After": "60" });
  // a guest's no lives in their browser; a customer's is carried out wherever the store has them
  const refused = customerId === undefined ? undefined : refusedSale(parsed.choices);
  if (customerId !== undefined && refused) await takeOptOut(shop, { customerId, ...refused }, now);
  return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
}

/** Choices come by POST: any other method is answered 405. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  await proxyRequest(request);
  return say(405, "Choices come by POST.", { Allow: "POST" });
}

function say(status: number, sentence: string, headers: Record<string, string> = {}): Response {
  const plain = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
  return new Response(`${sentence}\n`, { status, headers: { ...plain, ...headers } });
}
