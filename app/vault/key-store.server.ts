import { settings } from "../env.server.ts";
import { openFolderKeyStore } from "./folder-key-store.server.ts";
import { openTableKeyStore } from "./table-key-store.server.ts";

/**
 * Where keys live: outside the database, so that no backup of the database holds the keys to what it contains, and
 * removing a key makes every copy of the data unreadable (GDPR art. 17; Shopify protected customer data, level 2).
 * `scope` is a shop's domain, or "inbox". Keys are 32 bytes, wrapped under the newest master key.
 */
export interface KeyStore {
  /** Keeps `key` unless the place is taken; answers the key that is kept. Durable once it answers. */
  putIfAbsent: (scope: string, id: string, key: Buffer) => Promise<Buffer>;
  get: (scope: string, id: string) => Promise<Buffer | undefined>;
  /** Removes one key for good; nothing happens when there is none. */
  remove: (scope: string, id: string) => Promise<void>;
  /** Removes every key of a scope for good. Answers how many there were. */
  removeScope: (scope: string) => Promise<number>;
  list: (scope: string) => Promise<string[]>;
  /** Wraps every key that an older master key wraps under the newest. Answers how many. */
  rewrap: () => Promise<number>;
  close: () => Promise<void>;
}

const holder = globalThis as typeof globalThis & { candorKeys?: KeyStore };

/** Opens the key store that the settings name. */
export async function openKeyStore(): Promise<void> {
  if (holder.candorKeys) throw new Error("the key store is open already");
  const { keysUrl, masterKeys } = settings();
  holder.candorKeys = keysUrl.startsWith("folder:")
    ? openFolderKeyStore(keysUrl.slice("folder:".length), masterKeys)
    : await openTableKeyStore(keysUrl, masterKeys);
}

/** Closes the key store; does nothing when it isn't open. */
export async function closeKeyStore(): Promise<void> {
  const store = holder.candorKeys;
  delete holder.candorKeys;
  await store?.close();
}

/** The open key store. */
export function keyStore(): KeyStore {
  if (!holder.candorKeys) throw new Error("the key store is not open");
  return holder.candorKeys;
}
