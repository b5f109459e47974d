import type { Register } from "../../register/facts.ts";
import type { Regime } from "./regimes.ts";

/** Where the storefront keeps what a policy leads to: paths of the app proxy, or whole addresses. */
export interface Places {
  /** The form for privacy requests. */
  readonly form: string;
  /** Where a choice about cookies is seen and changed. */
  readonly choices: string;
  /** Earlier versions of the policy. */
  readonly archive: string;
  /** California's yearly figures; null when none are due. */
  readonly metrics: string | null;
}

/** What every section is written from. */
export interface Setting {
  readonly register: Register;
  readonly regimes: readonly Regime[];
  readonly places: Places;
}

/** Which of some laws are among those of the policy. */
export function among(setting: Setting, regimes: readonly Regime[]): Regime[] {
  return regimes.filter((regime) => setting.regimes.includes(regime));
}

/** The e-mail address for questions of privacy, if there is one. */
export function emailOf({ register }: Setting) {
  return register.contacts.find(({ contact, value }) => contact === "email" && value !== "");
}
