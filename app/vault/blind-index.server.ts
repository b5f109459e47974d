import { createHmac } from "node:crypto";
import { derive } from "../crypto/derive.server.ts";
import { identifiers, type Identity, type IdentityKind } from "./identity.ts";
import { shopRoot } from "./shop-root.server.ts";

/** A look-up value that says nothing without the shop's key. */
export interface BlindIndex {
  kind: IdentityKind;
  index: Buffer<ArrayBuffer>;
}

/** HMAC-SHA-256 of each identifier in its one form, under a key of the shop's, strongest identifier first. */
export async function blindIndexes(shop: string, identity: Identity): Promise<BlindIndex[]> {
  const key = derive(await shopRoot(shop), "blind-index");
  return identifiers(identity).map(({ kind, value }) => ({
    kind,
    index: Buffer.from(createHmac("sha256", key).update(`${kind}\0${value}`).digest()),
  }));
}
