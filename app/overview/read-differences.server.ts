import { listCandidates } from "../consent/candidates.server.ts";
import { readExam } from "../consent/examine-storefront.server.ts";
import { publishedState } from "../consent/published-state.ts";
import { readSavedDecisions } from "../consent/save-decisions.server.ts";
import { readAnnouncement } from "../policy/announce-policy.server.ts";
import { readDeadLinks } from "../policy/check-links.server.ts";
import { issuesOf } from "../policy/issues.ts";
import { readNewest } from "../policy/read-versions.server.ts";
import { readKeptPages } from "../policy/shop-pages.server.ts";
import { readDrift } from "../policy/watch-policy.server.ts";
import { diffRegisters } from "../register/change-facts.ts";
import { readStoreRegister } from "../register/change-register.server.ts";
import type { Register } from "../register/facts.ts";
import type { RetentionSummary } from "../retention/figure.ts";
import { differencesOf, type Difference, type Observed } from "./differences.ts";

/** Where a store's words and its behaviour differ now, from what the daily looks found. */
export async function readDifferences(
  shop: string,
  { past: pastPeriod }: RetentionSummary,
  now: Date,
): Promise<Difference[]> {
  const [storefront, policy] = await Promise.all([readStorefront(shop, now), readWords(shop, now)]);
  return differencesOf({ ...storefront, ...policy, pastPeriod });
}

type Storefront = Pick<Observed, "leaks" | "unknownServices" | "settings" | "weakRegions">;

async function readStorefront(shop: string, now: Date): Promise<Storefront> {
  const [exam, candidates, saved] = await Promise.all([
    readExam(shop),
    listCandidates(shop, now),
    readSavedDecisions(shop),
  ]);
  return {
    leaks: exam?.leaks.length ?? 0,
    unknownServices: candidates.map(({ name }) => name),
    settings: publishedState(saved).drift,
    weakRegions: exam?.weakRegions ?? [],
  };
}

async function readWords(shop: string, now: Date): Promise<Omit<Observed, keyof Storefront | "pastPeriod">> {
  const [newest, drift, register, announcement, deadLinks, pages] = await Promise.all([
    readNewest(shop),
    readDrift(shop),
    readStoreRegister(shop),
    readAnnouncement(shop),
    readDeadLinks(shop),
    readKeptPages(shop),
  ]);
  const issues = issuesOf(register, now.toISOString().slice(0, "YYYY-MM-DD".length));
  return {
    published: newest?.number ?? null,
    copy: drift && (drift.isGone ? "gone" : "edited"),
    changedPages: pages.filter((page) => page.drift !== null).length,
    changedFacts: newest ? changedSince(newest.register, register) : 0,
    wrong: issues.filter(({ severity }) => severity === "blocking").map(({ says }) => says),
    untold: announcement?.state === "due" ? announcement : null,
    deadLinks,
  };
}

/** What belongs to a publication differs from the register by its nature, and does not count. */
function changedSince({ publication, ...published }: Register, register: Register): number {
  const changes = diffRegisters({ ...published, publication }, { ...register, publication });
  return changes.filter(({ isMaterial }) => isMaterial).length;
}
