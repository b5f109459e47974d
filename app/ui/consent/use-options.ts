import type { PurposeSet } from "../../law/purposes.ts";
import { NEEDS } from "../../register/known-service.ts";
import { purposeList } from "./words.ts";

/** What a service may be used for, as an option of a list: its value is the set of purposes as text. */
export interface UseOption {
  label: string;
  value: string;
}

const WORDS: Readonly<Record<keyof typeof NEEDS, string>> = {
  nothing: "Needed: the store does not work without it",
  comfort: "Preferences",
  statistics: "Statistics",
  ownMarketing: "Marketing for this store",
  sharedAdvertising: "Advertising, also on other sites",
};

const USUAL = (Object.keys(NEEDS) as (keyof typeof NEEDS)[]).map((name) => ({
  label: WORDS[name],
  value: String(NEEDS[name]),
}));

/** The usual uses, and `now` where it is another one. */
export function useOptions(now: PurposeSet | null): UseOption[] {
  if (now === null || USUAL.some(({ value }) => value === String(now))) return USUAL;
  return [...USUAL, { label: purposeList(now, WORDS.nothing), value: String(now) }];
}

/** A use in few words. */
export function useText(needs: PurposeSet): string {
  return purposeList(needs, "Needed");
}
