import { ANALYTICS, MARKETING, type PurposeSet } from "../law/purposes.ts";
import { daysKept } from "./days-kept.ts";
import type { PurposeFact, Register, RetentionFact, VendorFact } from "../register/facts.ts";

/**
 * The purposes of the banner whose consent no longer covers what a store does: the use is new, or takes more data, or
 * another recipient has it, or it is kept for longer. A consent is for what was told at its time (GDPR art. 4(11), 7;
 * EDPB guidelines 05/2020, 110). What became narrower asks nobody.
 */
export function widened(before: Register, after: Register): PurposeSet {
  return (
    ofPurposes(before.purposes, after.purposes) |
    ofVendors(before.vendors, after.vendors) |
    ofKeeping(before.retention, after.retention)
  );
}

const isWider = (before: readonly string[], after: readonly string[]) => after.some((one) => !before.includes(one));

function ofPurposes(before: readonly PurposeFact[], after: readonly PurposeFact[]): PurposeSet {
  return after.reduce<PurposeSet>((set, { purpose, needs, elements }) => {
    const was = before.find((one) => one.purpose === purpose);
    if (was === undefined || isWider(was.elements, elements)) return set | needs;
    return set | (needs & ~was.needs);
  }, 0);
}

function ofVendors(before: readonly VendorFact[], after: readonly VendorFact[]): PurposeSet {
  return after.reduce<PurposeSet>((set, { vendor, needs, elements, purposes }) => {
    const was = before.find((one) => one.vendor === vendor);
    if (was === undefined || isWider(was.elements, elements) || isWider(was.purposes, purposes)) return set | needs;
    return set | (needs & ~was.needs);
  }, 0);
}

/** Data of visits is what statistics and advertising live on. */
function ofKeeping(before: readonly RetentionFact[], after: readonly RetentionFact[]): PurposeSet {
  const [was, is] = [before, after].map((rules) => rules.find(({ category }) => category === "visit-data"));
  if (!was || !is) return 0;
  return daysKept(is) > daysKept(was) ? ANALYTICS | MARKETING : 0;
}
