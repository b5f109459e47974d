import { createHmac, timingSafeEqual } from "node:crypto";
import { derive } from "../../crypto/derive.server.ts";
import { shopRoot } from "../../vault/shop-root.server.ts";

/** A form may lie open this long. Milliseconds. */
const LIFETIME_MS = 12 * 3_600_000;

/**
 * What a page of ours gives to its form, for a customer who is signed in: Shopify's signature says who they are, but not
 * that they wanted to send anything; another site could have sent it in their browser. That site cannot read this.
 */
export async function formToken(shop: string, customerId: string, now: Date): Promise<string> {
  const at = now.getTime().toString(36);
  return `${at}.${await mark(shop, `${at} ${customerId}`)}`;
}

/** Whether a form came from a page that was shown to this customer lately. */
export async function isOurForm(shop: string, customerId: string, token: string, now: Date): Promise<boolean> {
  const [at = "", given = ""] = token.split(".");
  const age = now.getTime() - Number.parseInt(at, 36);
  const expected = Buffer.from(await mark(shop, `${at} ${customerId}`));
  const found = Buffer.from(given);
  const isSame = found.length === expected.length && timingSafeEqual(found, expected);
  return isSame && age >= 0 && age <= LIFETIME_MS;
}

async function mark(shop: string, text: string): Promise<string> {
  const key = derive(await shopRoot(shop), "form-token");
  return createHmac("sha256", key).update(text).digest("base64url");
}
