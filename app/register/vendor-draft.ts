import type { Register, VendorFact } from "./facts.ts";
import type { Service } from "./known-service.ts";
import { vendorFact } from "./vendor-fact.ts";
import { vendorById } from "./vendors.ts";

/** The address under which a vendor that nobody knows is described. */
export const NEW_VENDOR = "new";

const EMPTY: Omit<Service, "id" | "name"> = {
  ...{ company: "", country: "", hosts: [], needs: 0, cookies: {} },
  ...{ privacyUrl: "", optOutUrl: "", checked: null },
};
const SAID = { status: "confirmed", origin: "staff", ref: "" } as const;

/**
 * A vendor to begin an edit with: as the register has it, else as it is known or was seen, else an empty one. Undefined
 * for an id that names nothing.
 */
export function vendorDraft(register: Register, id: string): { vendor: VendorFact; isNew: boolean } | undefined {
  const standing = register.vendors.find(({ vendor }) => vendor === id);
  if (standing) return { vendor: standing, isNew: false };
  const known = vendorById(id);
  if (known) return { vendor: vendorFact(known, SAID), isNew: true };
  const seen = register.sightings.find(({ service }) => service === id);
  if (!seen && id !== NEW_VENDOR) return undefined;
  return { vendor: vendorFact({ ...EMPTY, id, name: seen?.name ?? "" }, SAID), isNew: true };
}

/** The id of a vendor that staff describe themselves. */
export function ownId(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
  return `own-${slug}`;
}
