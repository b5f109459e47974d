import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { derive } from "../crypto/derive.server.ts";
import { shopRoot } from "../vault/shop-root.server.ts";

// What stands before the 32 bytes in DER: RFC 8410, section 7 (PKCS#8 private key) and section 4 (public key).
const PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");
const SPKI_PREFIX = Buffer.from("302a300506032b6570032100", "hex");

/** The key with which a store's evidence is signed. */
export interface SigningKey {
  /** 32 raw bytes (RFC 8032, section 5.1.5). */
  publicKey: Buffer;
  /** SHA-256 of the raw public key, 64 lower-case hexadecimal digits: what people compare. */
  fingerprint: string;
  /** Ed25519 signature over the text's UTF-8 bytes: 64 bytes, the same for the same text (RFC 8032, section 5.1.6). */
  sign: (text: string) => Buffer;
}

/**
 * The Ed25519 key of a store (RFC 8032), derived from its root key: nothing to store, nothing to lose, and gone with
 * the root key when the store is erased. A store that comes back gets another key and another chain.
 */
export async function signingKey(shop: string): Promise<SigningKey> {
  return signingKeyFrom(derive(await shopRoot(shop), "evidence-signing"));
}

/** The key of a 32-byte seed (RFC 8032, section 5.1.5). */
export function signingKeyFrom(seed: Buffer): SigningKey {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(SPKI_PREFIX.length);
  return {
    publicKey,
    fingerprint: createHash("sha256").update(publicKey).digest("hex"),
    sign: (text) => sign(null, Buffer.from(text, "utf8"), key),
  };
}

/** Whether `signature` over the text's UTF-8 bytes was made with the key of these 32 raw bytes. */
export function isSignedBy(publicKey: Uint8Array, text: string, signature: Uint8Array): boolean {
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: "der", type: "spki" });
  return verify(null, Buffer.from(text, "utf8"), key, signature);
}
