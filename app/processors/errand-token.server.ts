import { createHash, createHmac } from "node:crypto";
import { derive } from "../crypto/derive.server.ts";
import { settings } from "../env.server.ts";
import { shopRoot } from "../vault/shop-root.server.ts";

const TOKEN = /^([a-z0-9][a-z0-9-]*)\.([A-Za-z0-9_-]{43})$/;

/**
 * The token by which a processor answers an errand: the store's handle and an HMAC-SHA-256 (256 bits) under a key of the
 * store. The same for each run of the errand, so that a repeated call says the same; only its hash is stored.
 */
export async function errandToken(shop: string, request: string, processor: string): Promise<string> {
  const key = derive(await shopRoot(shop), "errand-token");
  const secret = createHmac("sha256", key).update(`${request}/${processor}`).digest("base64url");
  return `${shop.replace(/\.myshopify\.com$/, "")}.${secret}`;
}

/** The store whose errand a token is for; undefined when it is not the form of a token. */
export function shopOfToken(token: string): string | undefined {
  const handle = TOKEN.exec(token)?.[1];
  return handle === undefined ? undefined : `${handle}.myshopify.com`;
}

/** What is stored of a token: SHA-256. The token has 256 random bits, so its hash needs no salt. */
export function tokenHash(token: string): Buffer<ArrayBuffer> {
  return Buffer.from(createHash("sha256").update(token).digest());
}

/** Where a program of the processor says that an errand is done. */
export function callbackUrl(token: string): string {
  return `${settings().appUrl}/errands/${token}`;
}

/** Where a person at the processor says so. */
export function replyUrl(token: string): string {
  return `${settings().appUrl}/reply/${token}`;
}
