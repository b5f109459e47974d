import { createHmac, randomUUID } from "node:crypto";
import type { SentChoice } from "./record.ts";

/** A secret of `testSettings`, the older one: both must count. */
const SECRET = "test-secret-older";

/** A choice as a German shopper's browser sends it, with changes. */
export function sentChoice(changes: Partial<SentChoice> = {}): SentChoice {
  return {
    v: 1,
    id: randomUUID(),
    previous: "",
    form: "consent",
    allowed: 3,
    offered: 15,
    at: Date.now() - 1_000,
    source: "banner",
    region: "DE",
    regionSource: "shopify",
    model: "opt-in",
    because: "chosen",
    signal: false,
    noTrack: false,
    policy: 1,
    policyHash: "",
    settingsHash: "a".repeat(64),
    textHash: "b".repeat(64),
    language: "de",
    device: "phone",
    variant: "",
    ...changes,
  };
}

/** How a request through the proxy may differ from a guest's. */
export interface ProxyManner extends RequestInit {
  shop?: string;
  customerId?: string;
  secret?: string;
  /** Seconds since 1970. */
  timestamp?: number;
  ip?: string;
  /** Needed for a body that is a stream; missing in the types of fetch. */
  duplex?: "half";
}

/** A request as Shopify's app proxy sends it to `/proxy/…`, signed as its documents say. */
export function proxied(path: string, manner: ProxyManner = {}): Request {
  const {
    shop = "goods.myshopify.com",
    customerId = "",
    secret = SECRET,
    timestamp,
    ip = "203.0.113.77",
    ...init
  } = manner;
  const url = new URL(`https://app.test/proxy/${path}`);
  const own = {
    shop,
    logged_in_customer_id: customerId,
    path_prefix: "/apps/privacy",
    timestamp: String(timestamp ?? Math.floor(Date.now() / 1000)),
  };
  for (const [name, value] of Object.entries(own)) url.searchParams.set(name, value);
  const signed = [...url.searchParams].map(([name, value]) => `${name}=${value}`).sort();
  url.searchParams.set("signature", createHmac("sha256", secret).update(signed.join("")).digest("hex"));
  return new Request(url, { ...init, headers: [...new Headers(init.headers), ["X-Forwarded-For", ip]] });
}
