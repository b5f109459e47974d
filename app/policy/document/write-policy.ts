import { advertising, automated, recipients, signals } from "./section-recipients.ts";
import { changes, contact, minors, scope, security, short } from "./section-store.ts";
import { collected } from "./section-data.ts";
import { cookies } from "./section-cookies.ts";
import { purposes } from "./section-purposes.ts";
import { regional } from "./section-regional.ts";
import { retention, transfers } from "./section-keeping.ts";
import { rights } from "./section-rights.ts";
import type { Setting } from "./setting.ts";
import type { PolicyDocument } from "./words.ts";

/**
 * A store's privacy policy, made from its register and the laws of where it sells: who, what, why, for how long, to whom,
 * and what a person can do (GDPR art. 13 and 14, UK GDPR, FADP art. 19, CCPA §1798.130(a)(5) with regulations §7011,
 * CalOPPA §22575, state acts, Law 25 s. 8, PIPEDA principle 8, LGPD art. 9, APPI art. 32). Every sentence and row names
 * the facts that it says: flip one, and exactly those change.
 */
export function writePolicy(setting: Setting): PolicyDocument {
  return {
    regimes: setting.regimes,
    sections: [
      ...scope(setting),
      ...short(setting),
      ...collected(setting),
      ...purposes(setting),
      ...cookies(setting),
      ...recipients(setting),
      ...advertising(setting),
      ...signals(setting),
      ...automated(setting),
      ...transfers(setting),
      ...retention(setting),
      ...rights(setting),
      ...regional(setting),
      ...minors(setting),
      ...security(setting),
      ...changes(setting),
      ...contact(setting),
    ],
  };
}
