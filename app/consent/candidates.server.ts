import { findCandidates, type Candidate, type Seen } from "../register/candidates.ts";
import { nameUnknownHost } from "../register/name-unknown-host.server.ts";
import { decideService, readRegister, type Kept } from "../register/store-register.server.ts";
import type { PurposeSet } from "../law/purposes.ts";
import type { Counted } from "./leaks.ts";
import { readCounts } from "./read-counts.server.ts";

/** What ran on a store's pages in the last 30 days and is not in its register yet, the busiest first. */
export async function listCandidates(shop: string, now: Date): Promise<Candidate[]> {
  const [counts, register] = await Promise.all([readCounts(shop, now), readRegister(shop)]);
  return findCandidates(seenIn(counts), register, nameUnknownHost);
}

function seenIn(counts: readonly Counted[]): Seen[] {
  const views = new Map<string, Seen>();
  for (const { kind, name, count } of counts) {
    if (kind !== "host" && kind !== "cookie") continue;
    const key = `${kind} ${name}`;
    views.set(key, { kind, name, views: (views.get(key)?.views ?? 0) + count });
  }
  return [...views.values()];
}

/**
 * Takes a candidate into the store's register with one click. `needs` null takes what was suggested; where nothing was,
 * staff must say. "unknown" when it is no candidate any more.
 */
export async function acceptCandidate(
  shop: string,
  id: string,
  needs: PurposeSet | null,
  by: { staff: string; now: Date },
): Promise<Kept | { kind: "unknown" }> {
  const candidate = (await listCandidates(shop, by.now)).find((one) => one.id === id);
  if (!candidate) return { kind: "unknown" };
  if (candidate.isKnown) return decideService(shop, { id, needs, isUsed: true, own: null }, by);
  const wanted = needs ?? candidate.needs;
  if (wanted === null) return { kind: "wrong", why: "Say first what this service is used for." };
  const { name, company, hosts, cookies } = candidate;
  const own = {
    ...{ id, name, company, country: "", needs: wanted, hosts, privacyUrl: "", optOutUrl: "" },
    // how long it is kept is not reported; until somebody says, it ends with the visit
    cookies: Object.fromEntries(cookies.map((cookie) => [cookie, 0])),
    checked: by.now.toISOString().slice(0, 10),
  };
  return decideService(shop, { id, needs: null, isUsed: true, own }, by);
}
