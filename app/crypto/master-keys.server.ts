import { open, seal, SealBroken } from "./seal.server.ts";

/** One master key from the settings: its short name and its 32 bytes. */
export interface MasterKey {
  id: string;
  key: Buffer;
}

/** The name of the master key that wrapped these bytes. */
export function wrappedBy(wrapped: Uint8Array): string {
  const length = wrapped[0] ?? 0;
  return Buffer.from(wrapped.subarray(1, 1 + length)).toString("utf8");
}

/**
 * Seals `plain` under the newest master key (the first of the list) and writes that key's name in front, so that keys
 * can be rotated without downtime.
 */
export function wrap(keys: readonly MasterKey[], plain: Uint8Array, context: string): Buffer<ArrayBuffer> {
  const newest = keys[0];
  if (!newest) throw new Error("no master key is set");
  const name = Buffer.from(newest.id, "utf8");
  return Buffer.concat([Buffer.from([name.length]), name, seal(newest.key, plain, context)]);
}

/** Opens what `wrap` made, with whichever of the keys it names. Throws `SealBroken` when that key is not in the list. */
export function unwrap(keys: readonly MasterKey[], wrapped: Uint8Array, context: string): Buffer {
  const id = wrappedBy(wrapped);
  const match = keys.find((key) => key.id === id);
  if (!match) throw new SealBroken(`${context} (master key "${id}" is not among CANDOR_MASTER_KEYS)`);
  return open(match.key, wrapped.subarray(1 + Buffer.byteLength(id)), context);
}
