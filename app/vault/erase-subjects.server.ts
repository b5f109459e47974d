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
  const ids = [...subjects];
  const SubjectField = await tx.$executeRaw`
    DELETE FROM "SubjectField" WHERE "shop" = ${shop} AND "subject" = ANY(${ids}::uuid[])`;
  const SubjectIndex = await tx.$executeRaw`
    DELETE FROM "SubjectIndex" WHERE "shop" = ${shop} AND "subject" = ANY(${ids}::uuid[])`;
  const DataSubject = await tx.$executeRaw`
    DELETE FROM "DataSubject" WHERE "shop" = ${shop} AND "id" = ANY(${ids}::uuid[])`;
  return { SubjectField, SubjectIndex, DataSubject };
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
  const rows = await tx.$queryRaw<{ erasedAt: Date | null }[]>`
    SELECT max("erasedAt") AS "erasedAt" FROM "ErasedIndex"
    WHERE "shop" = ${shop} AND "kind" <> 'phone' AND "index" = ANY(${indexes.map(({ index }) => index)}::bytea[])`;
  return rows[0]?.erasedAt ?? undefined;
}
