import type { EntryBody } from "../evidence/chain.ts";
import type { EvidenceKind } from "../evidence/kinds.ts";

/** The changes of a request that a store's tools are told of: each is an entry of the evidence. */
export const EVENTS = [
  "request.opened",
  "request.verified",
  "request.started",
  "request.extended",
  "request.paused",
  "request.resumed",
  "request.decided",
  "request.held",
  "request.released",
  "request.closed",
  "request.completed",
  "request.certificate-issued",
] as const satisfies readonly EvidenceKind[];
/** One of them. */
export type EventType = (typeof EVENTS)[number];

/** What is sent: who reads it knows the request by its id, and asks the API for more. Nobody is named. */
export interface RequestEvent {
  type: EventType;
  /** ISO 8601. */
  timestamp: string;
  data: {
    shop: string;
    request: string;
    /** What the entry states, without who of the staff did it. */
    facts: Record<string, unknown>;
    /** The entry, to be found again in the store's evidence. */
    evidence: { seq: number };
  };
}

/** An entry as an event; null for what is none. */
export function eventOf({ shop, seq, at, kind, request, facts }: EntryBody): RequestEvent | null {
  const type = EVENTS.find((one) => one === kind);
  if (type === undefined || request === null) return null;
  const told = Object.fromEntries(Object.entries(facts).filter(([name]) => name !== "staff"));
  return { type, timestamp: at, data: { shop, request, facts: told, evidence: { seq } } };
}

const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 6 * 3_600_000;

/** How long (ms) an endpoint that failed so often in a row is left alone: twice as long each time, six hours at most. */
export function waitAfter(failures: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, Math.min(failures, 20) - 1));
}
