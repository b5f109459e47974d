import { CONSENT_MODELS } from "../law/consent-rules.ts";
import { ALL_PURPOSES } from "../law/purposes.ts";
import { CHOICE_REASONS } from "./choice.ts";
import { DEVICES, REGION_SOURCES, SENT_SOURCES, type SentChoice } from "./record.ts";

/** Choices that one request may carry: what a browser kept while it was offline. */
export const MOST_CHOICES = 20;
/** A request body may have this many bytes. */
export const LARGEST_CHOICES = 64 * 1024;

/** What a body turned out to be; `problem` is a sentence that quotes nothing of it. */
export type ParsedChoices = { ok: true; choices: SentChoice[] } | { ok: false; problem: string };

/** 2100-01-01: a clock that is further ahead is no clock. Milliseconds since 1970. */
const LAST_TIME = 4_102_444_800_000;
const LARGEST_VERSION = 1_000_000;

type Check = (value: unknown) => boolean;

const oneOf =
  (list: readonly string[]): Check =>
  (value) =>
    typeof value === "string" && list.includes(value);
const like =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === "string" && pattern.test(value);
const upTo =
  (most: number): Check =>
  (value) =>
    Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most;
const isTruth: Check = (value) => typeof value === "boolean";

const UUID = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
/** SHA-256 in hexadecimal, or nothing. */
const hash = like(/^(?:[\da-f]{64})?$/);

/** What each field may hold; a field that is not here is refused. Everything is ASCII without control characters. */
const FIELDS: Readonly<Record<keyof SentChoice, Check>> = {
  v: (value) => value === 1,
  id: like(UUID),
  previous: (value) => value === "" || like(UUID)(value),
  form: oneOf(["consent", "opt-out"]),
  allowed: upTo(ALL_PURPOSES),
  offered: upTo(ALL_PURPOSES),
  at: upTo(LAST_TIME),
  source: oneOf(SENT_SOURCES),
  region: (value) => value === null || like(/^[A-Z]{2}(?:-[A-Z\d]{1,3})?$/)(value),
  regionSource: oneOf(REGION_SOURCES),
  model: oneOf(CONSENT_MODELS),
  because: oneOf(CHOICE_REASONS),
  signal: isTruth,
  noTrack: isTruth,
  policy: upTo(LARGEST_VERSION),
  policyHash: hash,
  settingsHash: hash,
  textHash: hash,
  language: like(/^[A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8}){0,3}$/),
  device: oneOf(DEVICES),
  variant: like(/^[\w.-]{0,32}$/),
};
const NAMES = Object.keys(FIELDS) as (keyof SentChoice)[];

/**
 * Reads the body of a `POST {proxy}/choice`: one choice or a list of up to 20. Everything is checked, nothing is
 * guessed; one bad choice refuses the whole body. The same receipt twice in a list counts once.
 */
export function parseChoices(body: string): ParsedChoices {
  const read = parseJson(body);
  if (read === undefined) return refuse("The body is no JSON.");
  const list: unknown[] = Array.isArray(read) ? read : [read];
  if (list.length === 0) return refuse("The list is empty.");
  if (list.length > MOST_CHOICES) return refuse(`A list holds at most ${MOST_CHOICES} choices.`);
  const choices = new Map<string, SentChoice>();
  for (const [at, item] of list.entries()) {
    const problem = problemOf(item);
    if (problem !== null) return refuse(list.length > 1 ? `Choice ${at + 1}: ${problem}` : problem);
    const choice = item as SentChoice;
    if (!choices.has(choice.id)) choices.set(choice.id, choice);
  }
  return { ok: true, choices: [...choices.values()] };
}

function problemOf(item: unknown): string | null {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return "A choice is an object.";
  const given = Object.keys(item);
  const missing = NAMES.find((name) => !Object.hasOwn(item, name));
  if (missing !== undefined) return `The field "${missing}" is missing.`;
  if (given.length > NAMES.length) return "There is a field that a choice does not have.";
  const fields = item as Record<keyof SentChoice, unknown>;
  const wrong = NAMES.find((name) => !FIELDS[name](fields[name]));
  if (wrong !== undefined) return `The field "${wrong}" does not hold what it should.`;
  return contradictionIn(item as SentChoice);
}

/** What cannot have happened: refused, because a record must not prove what was never put to anybody. */
function contradictionIn({ id, previous, allowed, offered, form, model }: SentChoice): string | null {
  if (previous === id) return "A choice cannot replace itself.";
  if ((allowed & ~offered) !== 0) return "Something is allowed that was not offered.";
  // what was merely not refused is no consent (GDPR art. 4(11))
  if (form === "opt-out" && model === "opt-in" && allowed !== 0) return "An opt-out gives no consent.";
  return null;
}

function refuse(problem: string): ParsedChoices {
  return { ok: false, problem };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
