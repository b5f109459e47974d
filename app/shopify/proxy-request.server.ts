import { createHmac, timingSafeEqual } from "node:crypto";
import { settings } from "../env.server.ts";
import { readLimited } from "./read-limited.server.ts";

/** Shopify signs with the time; an older request is a copy. Seconds. */
const OLDEST_S = 90;
/** What Shopify adds, and nobody else may add a second time. */
const ITS_OWN = ["shop", "timestamp", "signature", "logged_in_customer_id", "path_prefix"] as const;

/** What Shopify says of a request that came through its app proxy. */
export interface ProxyRequest {
  shop: string;
  /** The signed-in customer's id; undefined for a guest. */
  customerId: string | undefined;
  /** The shopper's address, from `X-Forwarded-For`. */
  ip: string | undefined;
  /** Where the proxy answers on the storefront, "/apps/privacy". */
  path: string;
}

/**
 * A request that came through Shopify's app proxy, with its signature checked in constant time, with every secret in
 * force; no session is needed and Shopify is not called. Throws Response 400 for a bad or missing signature and for one
 * that is more than 90 s old.
 * https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies
 */
export function proxyRequest(request: Request): Promise<ProxyRequest> {
  return new Promise((resolve) => {
    resolve(checkProxyRequest(request));
  });
}

function checkProxyRequest(request: Request): ProxyRequest {
  const query = new URL(request.url).searchParams;
  const shop = query.get("shop") ?? "";
  const isTwice = ITS_OWN.some((name) => query.getAll(name).length > 1);
  if (isTwice || shop === "" || !isFresh(query) || !isSigned(query)) {
    throw refusal(400, "The signature is missing, wrong or too old.");
  }
  const given = (value: string | null | undefined) => (value === null || value === "" ? undefined : value);
  return {
    shop,
    customerId: given(query.get("logged_in_customer_id")),
    ip: given(request.headers.get("x-forwarded-for")?.split(",")[0]?.trim()),
    path: given(query.get("path_prefix")) ?? "/apps/privacy",
  };
}

/** The text of a body of at most `largest` bytes. Throws Response 413 for a larger one, without reading it first. */
export async function readSmallBody(request: Request, largest: number): Promise<string> {
  const body = await readLimited(request, largest);
  if (body) return body.toString("utf8");
  throw refusal(413, `The body is larger than ${largest / 1024} KiB.`);
}

/** Bytes of a form with one field. */
const LARGEST_FORM = 4 * 1024;

/** One field of a small form. Throws Response 400 when it is missing, 405 for another method than POST, 413 above 4 KiB. */
export async function readFormField(request: Request, name: string): Promise<string> {
  if (request.method !== "POST") throw refusal(405, "This form comes by POST.");
  const field = new URLSearchParams(await readSmallBody(request, LARGEST_FORM)).get(name);
  if (field === null) throw refusal(400, `The field "${name}" is missing.`);
  return field;
}

function refusal(status: number, sentence: string): Response {
  const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
  return new Response(`${sentence}\n`, {
    status,
    headers: status === 405 ? { ...headers, Allow: "GET, POST" } : headers,
  });
}

function isSigned(query: URLSearchParams): boolean {
  const names = [...new Set(query.keys())].filter((name) => name !== "signature");
  const signed = names
    .map((name) => `${name}=${query.getAll(name).join(",")}`)
    .sort()
    .join("");
  const given = Buffer.from(query.get("signature") ?? "", "hex");
  let isValid = false;
  for (const secret of settings().apiSecrets) {
    const expected = createHmac("sha256", secret).update(signed).digest();
    if (given.length === expected.length && timingSafeEqual(given, expected)) isValid = true;
  }
  return isValid;
}

function isFresh(query: URLSearchParams): boolean {
  const timestamp = query.get("timestamp") ?? "";
  return /^\d{1,12}$/.test(timestamp) && Math.abs(Date.now() / 1000 - Number(timestamp)) <= OLDEST_S;
}
