import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/** Thrown when sealed bytes were changed, belong to another place, or the key is not theirs. */
export class SealBroken extends Error {
  constructor(context: string) {
    super(`sealed bytes for "${context}" cannot be opened with this key`);
    this.name = "SealBroken";
  }
}

/**
 * Encrypts `plain` with AES-256-GCM under `key` (32 bytes) and a random 96-bit nonce (NIST SP 800-38D).
 * `context` is authenticated but not stored: say where the bytes belong (shop, table, column, row), so that they
 * open nowhere else. Answer: format byte, nonce, tag, ciphertext.
 */
export function seal(key: Buffer, plain: Uint8Array, context: string): Buffer<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([FORMAT]), nonce, cipher.getAuthTag(), body]);
}

/** The bytes that `seal` was given with the same key and context. Throws `SealBroken` for anything else. */
export function open(key: Buffer, sealed: Uint8Array, context: string): Buffer {
  if (sealed.length < HEAD_BYTES || sealed[0] !== FORMAT) throw new SealBroken(context);
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(1 + NONCE_BYTES, HEAD_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()]);
  } catch {
    throw new SealBroken(context);
  }
}
