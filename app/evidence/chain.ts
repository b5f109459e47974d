import { canonical } from "./canonical.ts";
import type { EvidenceFacts, EvidenceKind } from "./kinds.ts";

/** What an entry says: a kind and that kind's facts. */
export type Statement = { [K in EvidenceKind]: { kind: K; facts: EvidenceFacts[K] } }[EvidenceKind];

/** What a caller says; the chain adds its place. `subject` is a pseudonym, `request` a UUID. */
export type NewEntry = Statement & { at: Date; subject?: string; request?: string };

/**
 * One entry as it is hashed. `seq` counts from 1 without gaps, `prev` is the SHA-256 of the entry before it in
 * lower-case hexadecimal, so that no entry can be changed, removed or put in without changing all that follow.
 */
export type EntryBody = Statement & {
  v: 1;
  shop: string;
  seq: number;
  at: string;
  subject: string | null;
  request: string | null;
  prev: string;
};

/** A place in a chain. `hash`: SHA-256 of the entry's text, 64 lower-case hexadecimal digits. */
export type Link = { seq: number; hash: string };

/** The place before a chain's first entry. */
export const BEFORE_CHAIN: Link = { seq: 0, hash: "0".repeat(64) };

/** The body of the entry that follows `previous`. */
export function entryBody(shop: string, previous: Link, entry: NewEntry): EntryBody {
  const { at, subject, request, ...statement } = entry;
  return {
    ...statement,
    v: 1,
    shop,
    seq: previous.seq + 1,
    at: at.toISOString(),
    subject: subject ?? null,
    request: request ?? null,
    prev: previous.hash,
  };
}

/** The exact text that is hashed and kept: canonical JSON (RFC 8785). */
export function entryText(body: EntryBody): string {
  return canonical(body);
}

/** Reads back what `entryText` wrote. Only for a text whose hash has been checked, or that this database holds. */
export function parseEntry(text: string): EntryBody {
  return JSON.parse(text) as EntryBody;
}

/** The text that a checkpoint signs: "at this time the chain ended here". */
export function checkpointText(shop: string, end: Link, at: Date): string {
  return canonical({ format: "candor-checkpoint/1", shop, seq: end.seq, hash: end.hash, at: at.toISOString() });
}
