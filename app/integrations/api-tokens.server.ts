import { createHash, randomBytes } from "node:crypto";
import { v7 } from "uuid";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { inTransaction, prisma } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { MOST, type TokenRow } from "./endpoint.ts";

const PREFIX = "candor_";
const TOKEN = /^candor_[\w-]{43}$/;
/** When it was used is noted at most this often (ms). */
const NOTED_MS = 60_000;

const hashOf = (token: string) => new Uint8Array(createHash("sha256").update(token).digest());

/** Calls that one token may make in a minute. */
const CALLS = 120;
const limiter = new RateLimiterMemory({ points: CALLS, duration: 60 });

/** A store's tokens, the oldest first. */
export async function listTokens(shop: string): Promise<TokenRow[]> {
  const rows = await prisma().apiToken.findMany({ where: { shop }, orderBy: { id: "asc" } });
  return rows.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt }));
}

/** Makes a token that reads the store's requests; it is shown this once. `by`: the pseudonym of who makes it. */
export async function makeToken(
  shop: string,
  name: string,
  { by, now }: { by: string; now: Date },
): Promise<{ kind: "made"; token: string } | { kind: "wrong"; why: string }> {
  const id = v7();
  const token = PREFIX + randomBytes(32).toString("base64url");
  return inTransaction(async (tx) => {
    if ((await tx.apiToken.count({ where: { shop } })) >= MOST)
      return { kind: "wrong", why: `A store has at most ${String(MOST)} tokens: revoke one first.` };
    await tx.apiToken.create({ data: { shop, id, name, hash: hashOf(token), createdAt: now, createdBy: by } });
    const facts = { integration: id, change: "token-made", staff: by } as const;
    await appendEvidence(tx, shop, { kind: "integration.changed", at: now, facts });
    return { kind: "made", token };
  });
}

/** Revokes a token: whoever has it is let in no more. False when it is gone already. */
export async function revokeToken(shop: string, id: string, { by, now }: { by: string; now: Date }): Promise<boolean> {
  return inTransaction(async (tx) => {
    const { count } = await tx.apiToken.deleteMany({ where: { shop, id } });
    if (count === 0) return false;
    const facts = { integration: id, change: "token-revoked", staff: by } as const;
    await appendEvidence(tx, shop, { kind: "integration.changed", at: now, facts });
    return true;
  });
}

/** The store that a token reads; "unknown" for none, or how long (seconds) one that asks too much must wait. */
export async function whoseToken(
  authorization: string | null,
  now: Date,
): Promise<{ shop: string } | "unknown" | { wait: number }> {
  const token = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1] ?? "";
  if (!TOKEN.test(token)) return "unknown";
  // found by its hash: how long that takes says nothing about the token
  const row = await prisma().apiToken.findUnique({ where: { hash: hashOf(token) } });
  if (!row) return "unknown";
  const { shop, id, lastUsedAt } = row;
  const wait = await mustWait(id);
  if (wait > 0) return { wait };
  if (lastUsedAt === null || now.getTime() - lastUsedAt.getTime() > NOTED_MS)
    await prisma().apiToken.updateMany({ where: { shop, id }, data: { lastUsedAt: now } });
  return { shop };
}

async function mustWait(id: string): Promise<number> {
  try {
    await limiter.consume(id);
    return 0;
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.ceil(error.msBeforeNext / 1000);
    throw error;
  }
}
