import { ALL_PURPOSES, type PurposeSet } from "../law/purposes.ts";
import { generalHost, generalName } from "./general-name.ts";

/** When a page view was looked at: before the shopper answered, or after. */
export const PHASES = ["before", "after"] as const;
/** When a page view was looked at. */
export type Phase = (typeof PHASES)[number];

/**
 * What one page view reports of itself: names only, of what the page loaded and kept. No path, no query, no value of a
 * cookie, nobody. JSON of at most 8 KiB, `POST {proxy}/sighting` (content type text/plain, as `sendBeacon` sends it).
 */
export interface Sighting {
  v: 1;
  /** ISO 3166-1 or 3166-2; null while it is unknown. */
  region: string | null;
  phase: Phase;
  /** The purposes that were allowed then. */
  allowed: PurposeSet;
  /** The kind of page: "index", "product", "collection" … */
  template: string;
  /** Names of first-party cookies. */
  cookies: readonly string[];
  /** Third-party hosts that the page asked anything of. */
  hosts: readonly string[];
  /** Those among them that were asked before the gate ran, or in spite of it. */
  early: readonly string[];
  /** The name of another consent tool that runs on the page; "" for none. */
  tool: string;
}

/** A body larger than this is refused. Bytes. */
export const SIGHTING_BYTES = 8192;

const MOST_NAMES = 100;
const LONGEST_NAME = 253;

/** A text as a sighting, or a sentence that says what is wrong with it; the sentence quotes nothing. */
export function readSighting(text: string): Sighting | string {
  const value = parse(text);
  if (!isFields(value) || value["v"] !== 1) return "This is not a sighting of version 1.";
  const { region, phase, allowed, template, tool } = value;
  if (!isRegion(region)) return "The region is neither null nor an ISO 3166 code.";
  if (!isPhase(phase) || !isSet(allowed)) return "The phase, or the set of allowed purposes, is none that there is.";
  if (!isWord(template) || !isWord(tool)) return "The template or the tool is not a short word.";
  const names = readLists(value);
  if (!names) return "A list of names is missing, too long, or holds something else than names.";
  return { v: 1, region, phase, allowed, template, tool, ...names };
}

function readLists(value: Record<string, unknown>): Pick<Sighting, "cookies" | "hosts" | "early"> | undefined {
  const [cookies, hosts, early] = [value["cookies"], value["hosts"], value["early"]].map(readNames);
  if (!cookies || !hosts || !early) return undefined;
  const general = (names: readonly string[]) => unique(names.map(generalHost));
  return { cookies: unique(cookies.map(generalName)), hosts: general(hosts), early: general(early) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isRegion(value: unknown): value is string | null {
  return value === null || (typeof value === "string" && /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/.test(value));
}

function isPhase(value: unknown): value is Phase {
  return PHASES.some((phase) => phase === value);
}

function isSet(value: unknown): value is PurposeSet {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= ALL_PURPOSES;
}

function isWord(value: unknown): value is string {
  return typeof value === "string" && /^[A-Za-z](?:[A-Za-z. -]|\d(?!\d)){0,39}$|^$/.test(value);
}

function readNames(value: unknown): string[] | undefined {
  if (!Array.isArray(value) || value.length > MOST_NAMES) return undefined;
  const names: unknown[] = value;
  return names.every((name): name is string => typeof name === "string" && name !== "" && name.length <= LONGEST_NAME)
    ? names
    : undefined;
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => name !== "");
}
