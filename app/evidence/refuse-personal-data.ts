import type { Fact } from "./kinds.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY_OR_TIME = /^\d{4}-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(T[\d:.]+Z)?$/;
// Seven digits or more that stand alone, with the usual separators. Digits inside a hash or a pseudonym touch a letter,
// a dash or an underscore, and are none.
const PHONE = /(?<![\w-])\+?\(?\d(?:[\s()./-]*\d){6,}(?![\w-])/;
// Above any count or size in evidence, and within the length of a phone number with its country code (ITU-T E.164).
const LARGEST_NUMBER = 10_000_000_000;

/**
 * The last guard before evidence is written: entries stay for ever, so nobody may be recognisable in them. Facts are
 * typed codes, ids, hashes and counts; this refuses a value that looks like an e-mail address or a phone number.
 *
 * Source: GDPR art. 5(1)(c) and (e), art. 17.
 *
 * @throws Error naming the fact, never its value
 */
export function refusePersonalData(facts: Readonly<Record<string, Fact>>): void {
  for (const [name, fact] of Object.entries(facts)) {
    const values = typeof fact === "object" ? fact : [fact];
    if (values.some(looksPersonal)) throw new Error(`the fact "${name}" looks like personal data; evidence holds none`);
  }
}

function looksPersonal(value: string | number | boolean): boolean {
  if (typeof value === "number") return Math.abs(value) >= LARGEST_NUMBER;
  if (typeof value === "boolean" || UUID.test(value) || DAY_OR_TIME.test(value)) return false;
  return /[@＠]/.test(value) || PHONE.test(value);
}
