import { randomBytes } from "node:crypto";
import { open, seal } from "../crypto/seal.server.ts";
import { keyStore } from "../vault/key-store.server.ts";
import type { FactValue } from "./write-value.ts";

/** Where the keys of mails live, apart from those of persons: some mails outlive the person's key. */
const SCOPE = "mail";

/** What a mail is made of. `to`: null where the address is looked up when it is sent (the store's own contact). */
export interface MailContent {
  to: string | null;
  facts: Readonly<Record<string, FactValue>>;
}

const place = (shop: string, id: string) => `${shop}/MailMessage.sealedContent/${id}`;

/** Seals a mail's content under a new key of its own. */
export async function sealContent(shop: string, id: string, content: MailContent): Promise<Buffer<ArrayBuffer>> {
  const key = await keyStore().putIfAbsent(SCOPE, id, randomBytes(32));
  return seal(key, Buffer.from(JSON.stringify(content)), place(shop, id));
}

/** Opens a mail's content; undefined once its key is destroyed. */
export async function openContent(shop: string, id: string, sealed: Uint8Array): Promise<MailContent | undefined> {
  const key = await keyStore().get(SCOPE, id);
  return key && (JSON.parse(open(key, sealed, place(shop, id)).toString()) as MailContent);
}

/** Destroys mails' keys for good: what was sealed under them is unreadable, in every backup of the database too. */
export async function destroyMailKeys(ids: readonly string[]): Promise<void> {
  for (const id of ids) await keyStore().remove(SCOPE, id);
}

/** The mails that have a key. */
export async function listMailKeys(): Promise<string[]> {
  return keyStore().list(SCOPE);
}

/** When a mail was written (ms), from its id: a uuid v7 begins with milliseconds. */
export function writtenAt(id: string): number {
  return Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);
}
