import { listed } from "../register/change-facts.ts";
import { keepFound } from "../register/change-register.server.ts";
import type { SightingFact } from "../register/facts.ts";
import { listCandidates } from "./candidates.server.ts";

/** Page views that must have reported something before the register calls it used: less may be one visitor's own browser. */
const FEWEST_VIEWS = 3;

/** Tells the register what runs on the store's pages and is not in it; what runs no longer is taken back. */
export async function tellRegister(shop: string, now: Date): Promise<void> {
  const candidates = await listCandidates(shop, now);
  const sightings = candidates
    .filter(({ views }) => views >= FEWEST_VIEWS)
    .map(({ id: service, name, isKnown, hosts, cookies }): SightingFact => {
      const seen = { status: "seen", origin: "storefront", ref: "" } as const;
      return listed("sightings", { ...seen, service, name, isKnown, hosts, cookies });
    });
  await keepFound(shop, sightings, { origin: "storefront", wholly: ["sightings"], now, staff: null });
}
