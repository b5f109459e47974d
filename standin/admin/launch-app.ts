import { createHmac, randomBytes } from "node:crypto";
import { issueIdToken } from "../tokens/id-token.ts";
import type { World } from "../world.ts";

/** The address the admin puts into the app's frame: signed query, fresh id token, path below the app's address. */
export async function launchUrl(world: World, shop: string, path = "/"): Promise<string> {
  const target = new URL(path, world.urls.app);
  const handle = shop.split(".")[0] ?? "";
  const query = new URLSearchParams({
    embedded: "1",
    host: Buffer.from(`admin.shopify.com/store/${handle}`).toString("base64"),
    id_token: await issueIdToken(world, shop),
    locale: "en",
    session: randomBytes(32).toString("hex"),
    shop,
    timestamp: String(Math.floor(world.appClock.now() / 1000)),
  });
  for (const [name, value] of target.searchParams) if (!query.has(name)) query.set(name, value);
  query.sort();
  const message = [...query].map(([name, value]) => `${name}=${value}`).join("&");
  query.set(
    "hmac",
    createHmac("sha256", world.settings.apiSecrets[0] ?? "")
      .update(message)
      .digest("hex"),
  );
  return `${world.urls.app}${target.pathname}?${query.toString()}`;
}
