import { pool } from "../db/database.server.ts";
import { CHAIN_PROBLEMS } from "../evidence/check-entry.ts";
import { verifyChain } from "../evidence/verify-chain.server.ts";
import type { ChainCheck } from "./overview.ts";

/** A check that is younger than this is not repeated. Milliseconds. */
const FRESH_MS = 10 * 60_000;
const REMEMBERED = 1_000;

type Checks = Map<string, { check: Promise<ChainCheck>; until: number }>;

/** What was checked goes with the database that it was checked in. */
const memories = new WeakMap<object, Checks>();

function memory(): Checks {
  const checks: Checks = memories.get(pool()) ?? new Map<string, { check: Promise<ChainCheck>; until: number }>();
  memories.set(pool(), checks);
  return checks;
}

/**
 * Checks a store's whole chain, at most every ten minutes and never twice at once: the home page is opened often, and a
 * long chain takes seconds.
 */
export async function checkChain(shop: string, now: Date): Promise<ChainCheck> {
  const checks = memory();
  const known = checks.get(shop);
  if (known && known.until > now.getTime()) return known.check;
  if (checks.size >= REMEMBERED) checks.clear();
  const check = verifyNow(shop);
  checks.set(shop, { check, until: now.getTime() + FRESH_MS });
  try {
    return await check;
  } catch (error) {
    checks.delete(shop);
    throw error;
  }
}

async function verifyNow(shop: string): Promise<ChainCheck> {
  const verdict = await verifyChain(shop);
  if (verdict.ok) return { ok: true, entries: verdict.entries, records: verdict.records };
  const { seq, problem } = verdict;
  return { ok: false, seq, problem: `Entry ${String(seq)} ${CHAIN_PROBLEMS[problem]}.` };
}
