import { randomBytes } from "node:crypto";
import { keyStore, type KeyStore } from "./key-store.server.ts";

const ROOT = "root";
/** How long (ms) a root key is remembered; a shop erased by another process is forgotten after it. */
const REMEMBERED_MS = 30_000;
const REMEMBERED_SHOPS = 1_000;

/** What is remembered goes with the key store that it came from. */
const memories = new WeakMap<KeyStore, Map<string, { key: Buffer; until: number }>>();

function memory(): Map<string, { key: Buffer; until: number }> {
  const known = memories.get(keyStore());
  if (known) return known;
  const made = new Map<string, { key: Buffer; until: number }>();
  memories.set(keyStore(), made);
  return made;
}

/**
 * A shop's 32-byte root key, made at first use. Indexes, pseudonyms and the evidence signature are derived from it;
 * persons' own keys are not, they are random.
 */
export async function shopRoot(shop: string): Promise<Buffer> {
  const remembered = memory();
  const known = remembered.get(shop);
  if (known && known.until > Date.now()) return known.key;
  const key = (await keyStore().get(shop, ROOT)) ?? (await keyStore().putIfAbsent(shop, ROOT, randomBytes(32)));
  if (remembered.size >= REMEMBERED_SHOPS) remembered.clear();
  remembered.set(shop, { key, until: Date.now() + REMEMBERED_MS });
  return key;
}

/** Destroys every key of a shop: its root and those of its persons. Answers how many persons' keys there were. */
export async function shredShop(shop: string): Promise<number> {
  memory().delete(shop);
  const count = await keyStore().removeScope(shop);
  return Math.max(0, count - 1);
}
