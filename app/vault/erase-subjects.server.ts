import type { Tx } from "../db/database.server.ts";
import { blindIndexes } from "./blind-index.server.ts";
import type { Identity } from "./identity.ts";

/** How many rows went, by table. */
export type ErasedCounts = Record<string, number>;

/**
 * Deletes persons' rows inside the caller's transaction. The caller destroys their keys once it is kept
 * (`shredSubject`): never before, or a rolled-back erasure would have destroyed data that stays.
 */
export async function eraseSubjects(tx: Tx, shop: string, subjects: readonly string[]): Promise<ErasedCounts> {
  const where = { shop, subject: { in: [...subjects] } };
  const fields = await tx.subjectField.deleteMany({ where });
  const indexes = await tx.subjectIndex.deleteMany({ where });
  const persons = await tx.dataSubject.deleteMany({ where: { shop, id: { in: [...subjects] } } });
  return { SubjectField: fields.count, SubjectIndex: indexes.count, DataSubject: persons.count };
}

/** Remembers, under the blind index, that a person was erased, so that an older delivery can't bring them back. */
export async function rememberErased(tx: Tx, shop: string, identity: Identity, at: Date): Promise<void> {
  for (const { kind, index } of await blindIndexes(shop, identity))
    await tx.$executeRaw`
      INSERT INTO "ErasedIndex" ("shop", "kind", "index", "erasedAt") VALUES (${shop}, ${kind}, ${index}, ${at})
      ON CONFLICT ("shop", "kind", "index") DO UPDATE SET "erasedAt" = greatest("ErasedIndex"."erasedAt", ${at})`;
}

/** When the person was last erased, if that is remembered. A shared telephone alone doesn't count. */
export async function erasedAt(tx: Tx, shop: string, identity: Identity): Promise<Date | undefined> {
  const indexes = (await blindIndexes(shop, identity)).filter(({ kind }) => kind !== "phone");
  if (indexes.length === 0) return undefined;
  const rows = await tx.erasedIndex.findMany({
    where: { shop, OR: indexes.map(({ kind, index }) => ({ kind, index })) },
    orderBy: { erasedAt: "desc" },
    take: 1,
  });
  return rows[0]?.erasedAt;
}
