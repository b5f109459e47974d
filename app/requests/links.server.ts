import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { pool, prisma, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import type { LinkPurpose } from "./link-purpose.ts";

/** 32 random bytes as base64url. */
const TOKEN = /^[\w-]{43}$/;

/** A link to be sent, or shown. */
export interface NewLink {
  request: string;
  purpose: LinkPurpose;
  /** Blind index of the address that it is mailed to; none for a link that a page shows. */
  mailbox?: Uint8Array<ArrayBuffer>;
  sentAt: Date;
  expiresAt: Date;
}

/** A token that somebody brought, and what it may be for. */
export interface WantedLink {
  token: string;
  purposes: readonly LinkPurpose[];
  now: Date;
}

/** A link that works. */
export interface FoundLink {
  request: string;
  purpose: LinkPurpose;
  expiresAt: Date;
  tokenHash: Uint8Array<ArrayBuffer>;
}

type Row = FoundLink & { usedAt: Date | null };
const FIND = `SELECT "request"::text, "purpose", "expiresAt", "usedAt", "tokenHash" FROM "RequestLink"
  WHERE "shop" = $1 AND "tokenHash" = $2`;

const hashOf = (token: string) => Uint8Array.from(createHash("sha256").update(token).digest());

/**
 * Makes a link inside the caller's transaction, with its evidence, and answers its token: 32 random bytes, of which only
 * the SHA-256 is kept. Whoever reads the database can't make a link of it.
 */
export async function makeLink(tx: Tx, shop: string, link: NewLink): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const { request, purpose, mailbox = null, sentAt, expiresAt } = link;
  await tx.$executeRaw`
    INSERT INTO "RequestLink" ("shop", "tokenHash", "request", "purpose", "mailbox", "sentAt", "expiresAt")
    VALUES (${shop}, ${hashOf(token)}, ${request}::uuid, ${purpose}, ${mailbox}, ${sentAt}, ${expiresAt})`;
  const facts = { purpose, expiresAt: expiresAt.toISOString() };
  await appendEvidence(tx, shop, { kind: "request.link-sent", at: sentAt, request, facts });
  return token;
}

/**
 * The link of a token, while it works: of this shop, for one of these purposes, not used up, not too old. Undefined for
 * every other token; nobody is told which of it was the case. A token is found by its hash, so how far a guess agrees
 * with one takes no time to compare; the hash found is compared once more, in constant time.
 */
export async function findLink(
  shop: string,
  { token, purposes, now }: WantedLink,
  tx?: Tx,
): Promise<FoundLink | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const wanted = hashOf(token);
  const rows = tx
    ? await tx.$queryRawUnsafe<Row[]>(FIND, shop, wanted)
    : (await pool().query<Row>(FIND, [shop, wanted])).rows;
  const row = rows[0];
  if (!row || !timingSafeEqual(row.tokenHash, wanted)) return undefined;
  const { usedAt, ...link } = row;
  return usedAt === null && link.expiresAt > now && purposes.includes(link.purpose) ? link : undefined;
}

/**
 * Makes all links of a request for these purposes useless, inside the caller's transaction. Answers whether there was
 * one to use: of two that come at once the second finds none.
 */
export async function useLinks(
  tx: Tx,
  shop: string,
  { request, purposes, now }: { request: string; purposes: readonly LinkPurpose[]; now: Date },
): Promise<boolean> {
  const used = await tx.$executeRaw`
    UPDATE "RequestLink" SET "usedAt" = ${now}, "uses" = "uses" + 1
    WHERE "shop" = ${shop} AND "request" = ${request}::uuid AND "purpose" = ANY(${[...purposes]}::text[])
      AND "usedAt" IS NULL`;
  if (used === 0) return false;
  const facts = { purpose: purposes[0] ?? "" };
  await appendEvidence(tx, shop, { kind: "request.link-used", at: now, request, facts });
  return true;
}

/** Removes links that no longer work, 30 days after their end, everywhere. */
export async function forgetLinks(now: Date): Promise<void> {
  const before = new Date(now.getTime() - 30 * 86_400_000);
  await prisma().$executeRaw`DELETE FROM "RequestLink" WHERE "expiresAt" < ${before}`;
}
