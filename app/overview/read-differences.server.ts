import { listCandidates } from "../consent/candidates.server.ts";
import { readExam } from "../consent/examine-storefront.server.ts";
import { publishedState } from "../consent/published-state.ts";
import { readSavedDecisions } from "../consent/save-decisions.server.ts";
import { readDeadLinks } from "../policy/check-links.server.ts";
import { issuesOf } from "../policy/issues.ts";
import { readNewest } from "../policy/read-versions.server.ts";
import { readDrift } from "../policy/watch-policy.server.ts";
import { diffRegisters } from "../register/change-facts.ts";
import { readStoreRegister } from "../register/change-register.server.ts";
import { differencesOf, type Difference } from "./differences.ts";

/** Where a store's words and its behaviour differ now, from what the daily looks found. */
export async function readDifferences(shop: string, now: Date): Promise<Difference[]> {
  const [exam, candidates, saved, newest, drift, register, deadLinks] = await Promise.all([
    readExam(shop),
    listCandidates(shop, now),
    readSavedDecisions(shop),
    readNewest(shop),
    readDrift(shop),
    readStoreRegister(shop),
    readDeadLinks(shop),
  ]);
  const issues = issuesOf(register, now.toISOString().slice(0, "YYYY-MM-DD".length));
  // what belongs to a publication differs from the register by its nature
  const changed = newest
    ? diffRegisters(newest.register, { ...register, publication: newest.register.publication })
    : [];
  return differencesOf({
    leaks: exam?.leaks.length ?? 0,
    unknownServices: candidates.map(({ name }) => name),
    settings: publishedState(saved).drift,
    weakRegions: exam?.weakRegions ?? [],
    published: newest?.number ?? null,
    copy: drift === null ? null : drift.isGone ? "gone" : "edited",
    changedFacts: changed.filter(({ isMaterial }) => isMaterial).length,
    wrong: issues.filter(({ severity }) => severity === "blocking").map(({ says }) => says),
    deadLinks,
  });
}
