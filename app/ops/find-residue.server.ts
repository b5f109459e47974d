import { prisma } from "../db/database.server.ts";
import { searchResidue } from "../requests/search-residue.server.ts";
import type { Identity } from "../vault/identity.ts";
import { findSubjects } from "../vault/subjects.server.ts";
import type { Options } from "./commands.ts";
import type { Result } from "./result.ts";

/**
 * `residue`: rows in which the person stands in clear, as an outsider with a copy of the database would find them, and
 * `held`, how many persons on file Candor itself recognises through the store's blind indexes.
 */
export async function findResidue(options: Options<"residue">): Promise<Result> {
  const { shop, email, phone, "customer-id": customerId } = options;
  const identity: Identity = {
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    ...(customerId !== undefined && { customerId }),
  };
  const { total, tables, hits } = await searchResidue(prisma(), shop, [identity]);
  const facts = {
    total,
    tables: hits.map(tableAndRows),
    searched: tables.length,
    held: await countHeld(shop, identity),
  };
  return { kind: "facts", facts };
}

/** The store must have persons before it is asked: an index of a store without keys would make it keys. */
async function countHeld(shop: string, identity: Identity): Promise<number> {
  const someone = await prisma().subjectIndex.findFirst({ where: { shop }, select: { shop: true } });
  return someone ? (await findSubjects(shop, identity)).length : 0;
}

/** `Delivery: 3` as the search writes it. */
function tableAndRows(hit: string): { table: string; rows: number } {
  const at = hit.lastIndexOf(": ");
  return { table: hit.slice(0, at), rows: Number(hit.slice(at + 2)) };
}
