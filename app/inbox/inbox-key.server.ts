import { randomBytes } from "node:crypto";
import { v7 } from "uuid";
import { open, seal } from "../crypto/seal.server.ts";
import { keyStore, type KeyStore } from "../vault/key-store.server.ts";

const SCOPE = "inbox";
/** A key seals deliveries for a minute, then this process makes another. Milliseconds. */
const LIFETIME_MS = 60_000;

let current: { store: KeyStore; made: Promise<{ id: string; key: Buffer; until: number }> } | undefined;

/**
 * Where a delivery's body is sealed before anyone knows whose it is: under a key that this process made less than a
 * minute ago and shares with no other process. Once every delivery of a key is carried out the key is removed, so a
 * body in a backup is unreadable minutes later.
 */
async function currentKey(): Promise<{ id: string; key: Buffer }> {
  const store = keyStore();
  const known = current?.store === store ? await current.made : undefined;
  if (known && known.until > Date.now()) return known;
  const made = makeKey();
  current = { store, made };
  made.catch(() => {
    current = undefined;
  });
  return made;
}

async function makeKey() {
  const id = v7();
  const key = await keyStore().putIfAbsent(SCOPE, id, randomBytes(32));
  return { id, key, until: Date.now() + LIFETIME_MS };
}

const place = (shop: string, delivery: string) => `${shop}/Delivery.sealedBody/${delivery}`;

/** Seals a delivery's body; answers the sealed bytes and the id of the key. */
export async function sealBody(shop: string, delivery: string, body: Uint8Array) {
  const { id, key } = await currentKey();
  return { keyId: id, sealedBody: seal(key, body, place(shop, delivery)) };
}

/** Opens a delivery's body. Throws when its key is gone. */
export async function openBody(shop: string, delivery: string, keyId: string, sealedBody: Uint8Array): Promise<Buffer> {
  const key = await keyStore().get(SCOPE, keyId);
  if (!key) throw new Error("the key of this delivery is not in the key store");
  return open(key, sealedBody, place(shop, delivery));
}

/** Ids of the keys that may have deliveries, oldest first: ids are ordered by time. */
export async function listInboxKeys(): Promise<string[]> {
  return (await keyStore().list(SCOPE)).sort();
}

/** Removes a key for good. */
export async function removeInboxKey(id: string): Promise<void> {
  await keyStore().remove(SCOPE, id);
}

/** When a key was made, from its id (uuid v7 begins with milliseconds). */
export function madeAt(id: string): number {
  return Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);
}
