import { v7 } from "uuid";
import type { Tx } from "../db/database.server.ts";
import { canonical } from "./canonical.ts";
import type { Link } from "./chain.ts";
import { sha256 } from "./hash.server.ts";
import { signingKey } from "./signing-key.server.ts";

/** What is left of an erased store. `shopHash`: SHA-256 of its myshopify.com domain, 64 hexadecimal digits. */
export interface Certificate {
  shopHash: string;
  at: Date;
  /** The signed text, canonical JSON. */
  body: string;
  /** 64 bytes, Ed25519 over the body. */
  signature: Buffer;
  /** 32 raw bytes. */
  publicKey: Buffer;
}

/** How many rows were removed from each table, and where the chain ended that goes with them. */
export interface Erasure {
  removed: Readonly<Record<string, number>>;
  head: Link | null;
}

/**
 * Signs that a store was erased, without naming it: only who knows the domain recognises it by its hash. It must be
 * called before the store's keys are shredded; take `head` from `lockHead` in the erasing transaction.
 *
 * Source: GDPR art. 5(2), art. 17; Shopify's `shop/redact` webhook.
 */
export async function certify(shop: string, erasure: Erasure, now: Date): Promise<Certificate> {
  const key = await signingKey(shop);
  const shopHash = sha256(shop).toString("hex");
  const body = canonical({
    format: "candor-certificate/1",
    shopHash,
    at: now.toISOString(),
    removed: erasure.removed,
    head: erasure.head && { seq: erasure.head.seq, hash: erasure.head.hash },
  });
  return { shopHash, at: now, body, signature: key.sign(body), publicKey: key.publicKey };
}

/** Keeps a certificate in the transaction that erases the store. */
export async function keepCertificate(tx: Tx, certificate: Certificate): Promise<void> {
  const { shopHash, at, body } = certificate;
  const signature = new Uint8Array(certificate.signature);
  const publicKey = new Uint8Array(certificate.publicKey);
  await tx.erasureCertificate.create({ data: { shopHash, id: v7(), at, body, signature, publicKey } });
}

/** A certificate as a file that `verify/verify.mjs` checks. */
export function certificateFile(
  certificate: Pick<Certificate, "body"> & Record<"signature" | "publicKey", Uint8Array>,
) {
  return `${JSON.stringify({
    format: "candor-certificate/1",
    body: certificate.body,
    publicKey: Buffer.from(certificate.publicKey).toString("base64"),
    signature: Buffer.from(certificate.signature).toString("base64"),
  })}\n`;
}
