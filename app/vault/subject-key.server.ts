import { createHmac, randomBytes } from "node:crypto";
import { derive } from "../crypto/derive.server.ts";
import { open, seal } from "../crypto/seal.server.ts";
import { keyStore } from "./key-store.server.ts";
import { shopRoot } from "./shop-root.server.ts";

/** A person's key is gone: they were erased. */
export class KeyShredded extends Error {
  constructor() {
    super("the key of this person was destroyed");
    this.name = "KeyShredded";
  }
}

/** Makes a new person's random key. It is durable before any row that needs it can be. */
export async function makeSubjectKey(shop: string, subject: string): Promise<void> {
  await keyStore().putIfAbsent(shop, subject, randomBytes(32));
}

/** A person's key. Throws `KeyShredded` once they are erased. Never keep it longer than the work at hand. */
export async function subjectKey(shop: string, subject: string): Promise<Buffer> {
  const key = await keyStore().get(shop, subject);
  if (!key) throw new KeyShredded();
  return key;
}

/** Destroys a person's key: all that was sealed for them is unreadable, also in every backup. */
export async function shredSubject(shop: string, subject: string): Promise<void> {
  await keyStore().remove(shop, subject);
}

/** Says where sealed bytes belong, so that they open nowhere else. */
export function place(shop: string, subject: string, column: string): string {
  return `${shop}/${subject}/${column}`;
}

/** Seals and opens for one person with their key read once: for work on many rows, and no longer than it lasts. */
export async function subjectSealer(shop: string, subject: string) {
  const key = await subjectKey(shop, subject);
  return {
    seal: (column: string, plain: Uint8Array) => seal(key, plain, place(shop, subject, column)),
    open: (column: string, sealed: Uint8Array) => open(key, sealed, place(shop, subject, column)),
  };
}

/** Seals bytes for a person; `column` names table, column and row. */
export async function sealFor(
  shop: string,
  subject: string,
  column: string,
  plain: Uint8Array,
): Promise<Buffer<ArrayBuffer>> {
  return seal(await subjectKey(shop, subject), plain, place(shop, subject, column));
}

/** Opens what `sealFor` sealed. Throws `KeyShredded`, or `SealBroken` for changed or moved bytes. */
export async function openFor(shop: string, subject: string, column: string, sealed: Uint8Array): Promise<Buffer> {
  return open(await subjectKey(shop, subject), sealed, place(shop, subject, column));
}

/** A person's name in the evidence: keyed, so that it says nothing outside the shop's chain. 32 hex digits. */
export async function pseudonym(shop: string, subject: string): Promise<string> {
  const key = derive(await shopRoot(shop), "pseudonym");
  return createHmac("sha256", key).update(subject).digest("hex").slice(0, 32);
}
