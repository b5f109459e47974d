import { NO_PURPOSES, type PurposeSet } from "../law/purposes.ts";

/**
 * Names with what each needs, as one text: " name=12 other=2 ". A page that holds a hundred hosts reads it without making
 * an object of it.
 */
export type PackedNames = string;

/** Packs names that have neither a space nor "=" in them. */
export function packNames(needs: Readonly<Record<string, PurposeSet>>): PackedNames {
  return Object.entries(needs).reduce((packed, [name, need]) => `${packed}${name}=${String(need)} `, " ");
}

/** Every name with what it needs. */
export function unpackNames(packed: PackedNames): Record<string, PurposeSet> {
  const pairs = packed.split(" ").filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = "", need] = pair.split("=");
      return [name, Number(need)];
    }),
  );
}

/** The purposes that a host needs: its own, or those of the nearest domain above it that is listed. */
export function neededBy(host: string, hosts: PackedNames): PurposeSet {
  const [, need] = hosts.split(` ${host}=`);
  if (need) return parseInt(need);
  return host ? neededBy(host.replace(/^[^.]*\.?/, ""), hosts) : NO_PURPOSES;
}
