import { inTransaction, prisma } from "../db/database.server.ts";
import { settings } from "../env.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { parseEntry } from "../evidence/chain.ts";
import { PlainProblem } from "../jobs/cause.ts";
import { rewrapSessions } from "../shopify/keep-sessions.server.ts";
import { keyStore } from "../vault/key-store.server.ts";
import type { Options } from "./commands.ts";
import type { Result } from "./result.ts";

const PAGE = 500;

/**
 * `keys rotate`: everything that a master key wraps is wrapped under the newest one, and each chain says so, once per
 * newest key. Safe to repeat, and to go on with after it was stopped half-way.
 */
export async function rotateKeys({ newest }: Options<"keys rotate">): Promise<Result> {
  const [first, ...older] = settings().masterKeys.map(({ id }) => id);
  if (first === undefined || (newest !== undefined && newest !== first)) {
    throw new PlainProblem(
      `The newest master key of the process that would rotate is "${first ?? ""}": put yours first in CANDOR_MASTER_KEYS and restart every process.`,
    );
  }
  const keys = await keyStore().rewrap();
  const sessions = await rewrapSessions();
  const isRotation = keys > 0 || older.length > 0;
  const chains = isRotation ? await recordRotation(first, new Date()) : 0;
  return { kind: "facts", facts: { newestMasterKey: first, keys, sessions, chains, removable: older } };
}

/** Appends to every chain that doesn't say so yet. Answers how many. */
async function recordRotation(newestMasterKey: string, now: Date): Promise<number> {
  let count = 0;
  let after = "";
  for (;;) {
    const page = await prisma().evidenceHead.findMany({
      where: { shop: { gt: after } },
      orderBy: { shop: "asc" },
      take: PAGE,
    });
    for (const { shop } of page) {
      if (await isRecorded(shop, newestMasterKey)) continue;
      await inTransaction((tx) =>
        appendEvidence(tx, shop, { kind: "keys.rotated", at: now, facts: { newestMasterKey } }),
      );
      count += 1;
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) return count;
    after = last.shop;
  }
}

async function isRecorded(shop: string, newestMasterKey: string): Promise<boolean> {
  const last = await prisma().evidenceEntry.findFirst({
    where: { shop, kind: "keys.rotated" },
    orderBy: { seq: "desc" },
    select: { body: true },
  });
  const entry = last && parseEntry(last.body);
  return entry?.kind === "keys.rotated" && entry.facts.newestMasterKey === newestMasterKey;
}
