import { createHmac, timingSafeEqual } from "node:crypto";
import { settings } from "../env.server.ts";
import type { VerifiedDelivery } from "../inbox/delivery.ts";
import { readLimited } from "./read-limited.server.ts";

/** Shopify's own limit is far below; anything larger is not Shopify's. Bytes. */
const LARGEST_BODY = 2 * 1024 * 1024;
/** 64 characters hold every id and topic of Shopify's; longer header values are cut. */
const LONGEST_HEADER = 255;

/**
 * A webhook request that Shopify signed, read once. The signature is checked over the raw bytes, with every secret in
 * force and in constant time, before anything is parsed; no session is needed and Shopify is not called.
 * Throws a Response: 405 for another method, 413 above 2 MiB, 401 for a bad or missing signature.
 * https://shopify.dev/docs/apps/build/webhooks/verify-deliveries
 */
export async function verifiedDelivery(request: Request): Promise<VerifiedDelivery> {
  if (request.method !== "POST") throw answer(405, "Webhooks come by POST.", { Allow: "POST" });
  const body = await readLimited(request, LARGEST_BODY);
  if (!body) throw answer(413, "The body is larger than 2 MiB.");
  if (!isSigned(body, header(request, "hmac-sha256"))) throw answer(401, "The signature is missing or wrong.");
  const triggered = new Date(header(request, "triggered-at") ?? Number.NaN);
  return {
    shop: header(request, "shop-domain")?.toLowerCase() ?? "unknown",
    topic: header(request, "topic") ?? "",
    eventId: header(request, "event-id"),
    webhookId: header(request, "webhook-id"),
    apiVersion: header(request, "api-version"),
    triggeredAt: Number.isNaN(triggered.getTime()) ? undefined : triggered,
    body,
  };
}

/** Both families of headers are in use: `x-shopify-topic` and `shopify-topic`. */
function header(request: Request, name: string): string | undefined {
  const value = request.headers.get(`x-shopify-${name}`) ?? request.headers.get(`shopify-${name}`);
  // PostgreSQL text holds no NUL
  return value ? value.replaceAll("\0", "").slice(0, LONGEST_HEADER) : undefined;
}

function isSigned(body: Uint8Array, signature: string | undefined): boolean {
  const given = Buffer.from(signature ?? "", "base64");
  let isValid = false;
  for (const secret of settings().apiSecrets) {
    const expected = createHmac("sha256", secret).update(body).digest();
    if (given.length === expected.length && timingSafeEqual(given, expected)) isValid = true;
  }
  return isValid;
}

function answer(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(`${text}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8", ...headers } });
}
