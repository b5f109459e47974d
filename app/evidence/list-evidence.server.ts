import { prisma } from "../db/database.server.ts";
import { parseEntry, type Link } from "./chain.ts";
import type { EvidenceFacts, EvidenceKind } from "./kinds.ts";

const PAGE = 50;

/** An entry as the dashboard shows it. `hash`: 64 hexadecimal digits; `at`: ISO 8601. */
export interface ListedEntry {
  seq: number;
  at: string;
  kind: EvidenceKind;
  subject: string | null;
  request: string | null;
  facts: EvidenceFacts[EvidenceKind];
  hash: string;
}

/** One page, newest first. `next` is the `before` of the following page, `null` on the last. */
export interface EvidencePage {
  entries: ListedEntry[];
  next: number | null;
}

/** A page of a store's chain, newest first: those of one request, those before `before`. */
export async function listEvidence(
  shop: string,
  filter: { before?: number; request?: string; limit?: number } = {},
): Promise<EvidencePage> {
  const limit = filter.limit ?? PAGE;
  const rows = await prisma().evidenceEntry.findMany({
    where: {
      shop,
      ...(filter.request !== undefined && { request: filter.request }),
      ...(filter.before !== undefined && { seq: { lt: filter.before } }),
    },
    orderBy: { seq: "desc" },
    take: limit + 1,
    select: { body: true, hash: true },
  });
  const entries = rows.slice(0, limit).map(({ body, hash }): ListedEntry => {
    const { seq, at, kind, subject, request, facts } = parseEntry(body);
    return { seq, at, kind, subject, request, facts, hash: Buffer.from(hash).toString("hex") };
  });
  return { entries, next: rows.length > limit ? (entries.at(-1)?.seq ?? null) : null };
}

/** The end of a store's chain and when it was written; `null` when nothing has been. */
export async function readHead(shop: string): Promise<(Link & { at: Date }) | null> {
  const head = await prisma().evidenceHead.findUnique({ where: { shop } });
  return head && { seq: Number(head.seq), hash: Buffer.from(head.hash).toString("hex"), at: head.at };
}
