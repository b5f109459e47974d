import { SignJWT } from "jose";
import { settings } from "../../env.server.ts";
import { known } from "../../staff/test-known.ts";

/** A request by a member of the store's staff, as App Bridge sends it: the session token is in a header. */
export async function byStaff(shop: string, path: string, init: RequestInit = {}, sub = "81001"): Promise<Request> {
  const { apiKey, apiSecrets, appUrl } = settings();
  const claims = {
    dest: `https://${shop}`,
    iss: `https://${shop}/admin`,
    aud: apiKey,
    sub,
    sid: "1",
    jti: "1",
  };
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: "HS256" })
    .setIssuedAt()
    .setNotBefore("0s")
    .setExpirationTime("1m")
    .sign(new TextEncoder().encode(apiSecrets[0]));
  const headers = new Headers(init.headers);
  headers.set("Authorization", `Bearer ${token}`);
  headers.set("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36");
  return new Request(appUrl + path, { ...init, headers });
}

/**
 * The same with a form; `sub`: the staff member's Shopify user id. They are known by then, so that nobody has to ask
 * Shopify who they are; the first of a store is its owner.
 */
export async function formByStaff(
  shop: string,
  path: string,
  form: Record<string, string>,
  sub = "81001",
): Promise<Request> {
  await known(shop, sub);
  return byStaff(shop, path, { method: "POST", body: new URLSearchParams(form) }, sub);
}
