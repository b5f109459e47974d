import type { Purpose } from "../law/purposes.ts";

/** Where choices are counted, by purpose: those who were asked about it, and those of them who allowed it. */
export const COUNT_COLUMNS = {
  preferences: { offered: "preferencesOffered", allowed: "preferencesAllowed" },
  analytics: { offered: "analyticsOffered", allowed: "analyticsAllowed" },
  marketing: { offered: "marketingOffered", allowed: "marketingAllowed" },
  sale: { offered: "saleOffered", allowed: "saleAllowed" },
} as const satisfies Record<Purpose, { offered: string; allowed: string }>;
