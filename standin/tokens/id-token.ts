import { randomUUID } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { shopState, type World } from "../world.ts";

const bytes = (secret: string): Uint8Array => new TextEncoder().encode(secret);

/**
 * The session token that App Bridge hands to the app: HS256 with the newest secret, good for one minute, claims as in
 * https://shopify.dev/docs/apps/build/authentication-authorization/session-tokens. By the app's clock, which it
 * is checked against, not the stand-in's.
 */
export async function issueIdToken(world: World, shop: string): Promise<string> {
  const origin = `https://${shop}`;
  const now = Math.floor(world.appClock.now() / 1000);
  return new SignJWT({ dest: origin, sid: randomUUID() })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuer(`${origin}/admin`)
    .setAudience(world.settings.apiKey)
    .setSubject(String(shopState(world, shop).staff))
    .setJti(randomUUID())
    .setIssuedAt(now)
    .setNotBefore(now)
    .setExpirationTime(now + 60)
    .sign(bytes(world.settings.apiSecrets[0] ?? ""));
}

/** The staff member's id in a session token of this shop; undefined when it is forged, expired or another shop's. */
export async function readIdToken(world: World, shop: string, token: string): Promise<number | undefined> {
  for (const secret of world.settings.apiSecrets) {
    const expected = {
      audience: world.settings.apiKey,
      clockTolerance: 10,
      currentDate: new Date(world.appClock.now()),
    };
    const read = await jwtVerify(token, bytes(secret), expected).catch(() => undefined);
    if (read !== undefined && read.payload["dest"] === `https://${shop}`) return Number(read.payload.sub);
  }
  return undefined;
}
