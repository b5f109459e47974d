import { hkdfSync } from "node:crypto";

/** A 32-byte key for one purpose: HKDF-SHA-256 (RFC 5869) over `root` with `label` as info. Same input, same key. */
export function derive(root: Buffer, label: string): Buffer {
  return Buffer.from(hkdfSync("sha256", root, "", `candor/${label}`, 32));
}
