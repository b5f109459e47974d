import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const PREFIX = "whsec_";
/** A message may be this old, or this far ahead, when it comes (seconds). */
const TOLERANCE_SECONDS = 300;

/** The three headers of a signed message. https://github.com/standard-webhooks/webhooks/blob/main/spec/standard-webhooks.md */
export interface WebhookHeaders {
  "webhook-id": string;
  /** Unix time, seconds. */
  "webhook-timestamp": string;
  "webhook-signature": string;
}

/** A new secret: `whsec_` and 32 random bytes in base64. */
export function newWebhookSecret(): string {
  return PREFIX + randomBytes(32).toString("base64");
}

/** Whether a text can be a secret: `whsec_` and 24 to 64 bytes in base64, as the specification asks. */
export function isWebhookSecret(text: string): boolean {
  const { length } = keyOf(text);
  return (
    text.startsWith(PREFIX) && /^[A-Za-z0-9+/]+=*$/.test(text.slice(PREFIX.length)) && length >= 24 && length <= 64
  );
}

function keyOf(secret: string): Buffer {
  return Buffer.from(secret.slice(PREFIX.length), "base64");
}

function signature(secret: string, id: string, seconds: string, body: string): Buffer {
  return createHmac("sha256", keyOf(secret)).update(`${id}.${seconds}.${body}`).digest();
}

/** Signs a message: HMAC-SHA-256 over id, time and body (Standard Webhooks, symmetric signature "v1"). */
export function signWebhook(secret: string, { id, body, at }: { id: string; body: string; at: Date }): WebhookHeaders {
  const seconds = String(Math.floor(at.getTime() / 1000));
  return {
    "webhook-id": id,
    "webhook-timestamp": seconds,
    "webhook-signature": `v1,${signature(secret, id, seconds, body).toString("base64")}`,
  };
}

/** Whether a message was signed with this secret within the last five minutes. Compares in constant time. */
export function isSigned(secret: string, headers: Headers, body: string, now: Date): boolean {
  const [id, seconds, given] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) =>
    headers.get(name),
  );
  if (!id || !seconds || !given || !/^\d{1,12}$/.test(seconds)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(seconds)) > TOLERANCE_SECONDS) return false;
  const right = signature(secret, id, seconds, body);
  return given.split(" ").some((part) => {
    const [version, encoded = ""] = part.split(",");
    const offered = Buffer.from(encoded, "base64");
    return version === "v1" && offered.length === right.length && timingSafeEqual(offered, right);
  });
}
