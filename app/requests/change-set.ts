import { CORRECTABLE_FIELDS, type Changes, type CorrectableField, type Values } from "../shopify/customer-changes.ts";

/** What a person wants corrected: what can be written, and what they say beside it, for staff to read. */
export interface ChangeSet {
  changes: Changes;
  /** Fields that cannot be written by a program, as they named them. */
  other: readonly { field: string; value: string }[];
}

/** What staff decide about: what the person wants, their own words, and what Shopify has now. */
export interface Review extends ChangeSet {
  message: string | null;
  /** Null when Shopify has no customer record of them, or can't be asked. */
  present: Values | null;
}

const LONGEST = 255;

/** Sorts what a form or a letter asked to correct. Empty values are none. */
export function changeSetOf(asked: Readonly<Record<string, string>>): ChangeSet {
  const given = Object.entries(asked).filter(([, value]) => value.trim() !== "");
  const isKnown = (field: string): field is CorrectableField =>
    (CORRECTABLE_FIELDS as readonly string[]).includes(field);
  return {
    changes: Object.fromEntries(given.filter(([field]) => isKnown(field))),
    other: given.filter(([field]) => !isKnown(field)).map(([field, value]) => ({ field, value })),
  };
}

/** What is wrong with a value that should be written; null when nothing is. Sentences for staff. */
export function problemWith(field: CorrectableField, value: string): string | null {
  const text = value.trim();
  if (text === "") return "Write the new value, or leave this field out";
  if (text.length > LONGEST) return `At most ${String(LONGEST)} characters`;
  if (field === "email" && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text)) return "This is no e-mail address";
  if (field === "phone" && !/^\+\d[\d\s().-]{5,20}$/.test(text)) return "Write the number with its country code: +49 …";
  if (field === "countryCode" && !/^[A-Za-z]{2}$/.test(text)) return "Write the country's code of two letters";
  return null;
}
