import type { HeldRecord } from "../vault/keeper.ts";

type Facts = HeldRecord["facts"][number][];

const DEEPEST = 6;
const MOST = 500;
const LONGEST = 20_000;

/** "email_marketing" and "emailMarketing" → "email marketing". */
function words(name: string): string {
  return name
    .replace(/^\$/, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .trim();
}

function isSimple(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === "";

function collect(value: unknown, label: string, facts: Facts, depth: number): void {
  if (isEmpty(value) || facts.length >= MOST) return;
  if (isSimple(value)) facts.push({ label: label || "value", value: String(value).slice(0, LONGEST) });
  else if (Array.isArray(value) && value.every(isSimple)) collect(value.map(String).join(", "), label, facts, depth);
  else if (depth >= DEEPEST) facts.push({ label, value: JSON.stringify(value).slice(0, LONGEST) });
  else collectParts(value as object, label, facts, depth);
}

function collectParts(whole: object, label: string, facts: Facts, depth: number): void {
  for (const [name, part] of Object.entries(whole)) {
    const place = Array.isArray(whole) ? String(Number(name) + 1) : words(name);
    collect(part, label === "" ? place : `${label}: ${place}`, facts, depth + 1);
  }
}

/** What an API says of a person, as lines that the person can read; nothing of it is left out but what is empty. */
export function flattenFacts(value: unknown): HeldRecord["facts"] {
  const facts: Facts = [];
  collect(value, "", facts, 0);
  return facts;
}
