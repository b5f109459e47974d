import type { Candidate } from "../register/candidates.ts";
import { readRegister } from "../register/store-register.server.ts";
import { presetFor, type Preset } from "./presets.ts";

/** A service that can become a processor. */
export interface OfferedVendor extends Preset {
  id: string;
  name: string;
  /** Whether the store uses it: by its register, or seen on its pages. */
  isUsed: boolean;
}

/**
 * Services of the register with how each is best asked: first those that the store uses, then the others, by name. What
 * is a processor already is left out. `seen`: what its pages loaded and is not in the register yet.
 */
export async function offerVendors(
  shop: string,
  { taken, seen }: { taken: readonly (string | null)[]; seen: readonly Pick<Candidate, "id">[] },
): Promise<OfferedVendor[]> {
  const onPages = new Set(seen.map(({ id }) => id));
  const offered = (await readRegister(shop))
    .filter(({ id }) => !taken.includes(id))
    .map(({ id, name, isUsed }) => ({ id, name, isUsed: isUsed || onPages.has(id), ...presetFor(id) }));
  return offered.sort(
    (one, other) => Number(other.isUsed) - Number(one.isUsed) || one.name.localeCompare(other.name, "en"),
  );
}
