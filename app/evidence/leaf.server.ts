import { leafHash } from "./merkle.server.ts";

/** One record's share of a seal. Without `salt` nobody can find out from the seal what `text` was. */
export interface Leaf {
  salt: Buffer;
  text: string;
}

/** A record that is there, or the hash that stays of one that is gone: enough for the seal, and it says nothing. */
export type Share = Leaf | { hash: Buffer };

/** The data of a record's leaf, as RFC 6962 hashes it: the salt's bytes, then the text's in UTF-8. */
export function leafData(leaf: Leaf): Buffer {
  return Buffer.concat([leaf.salt, Buffer.from(leaf.text, "utf8")]);
}

/** The leaf hash of a share: computed where the record is there. 32 bytes. */
export function shareHash(share: Share): Buffer {
  return "hash" in share ? share.hash : leafHash(leafData(share));
}
