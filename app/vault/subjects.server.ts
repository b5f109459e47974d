import { v7 } from "uuid";
import { open, seal } from "../crypto/seal.server.ts";
import { pool, prisma, type Tx } from "../db/database.server.ts";
import { blindIndexes, type BlindIndex } from "./blind-index.server.ts";
import { IDENTITY_KINDS, type Identity, type IdentityKind } from "./identity.ts";
import type { Person } from "./keeper.ts";
import { matchSubjects, type KnownSubject } from "./match-subjects.ts";
import { KeyShredded, makeSubjectKey, place, subjectKey } from "./subject-key.server.ts";

const column = (kind: IdentityKind) => `SubjectField.sealed ${kind}`;

/** The persons on file who are the person asked for, best match first; usually none or one. */
export async function findSubjects(shop: string, identity: Identity, tx: Tx = prisma()): Promise<string[]> {
  return match(tx, shop, await blindIndexes(shop, identity));
}

async function match(tx: Tx, shop: string, wanted: readonly BlindIndex[]): Promise<string[]> {
  if (wanted.length === 0) return [];
  const rows = await tx.$queryRaw<{ subject: string; kind: IdentityKind; index: Uint8Array }[]>`
    SELECT "subject"::text, "kind", "index" FROM "SubjectIndex" WHERE "shop" = ${shop} AND "subject" IN (
      SELECT "subject" FROM "SubjectIndex" WHERE "shop" = ${shop} AND "index" = ANY(${wanted.map(({ index }) => index)}))`;
  const known = new Map<string, { kind: IdentityKind; index: string }[]>();
  for (const { subject, kind, index } of rows)
    known.set(subject, [...(known.get(subject) ?? []), { kind, index: hex(index) }]);
  const subjects: KnownSubject[] = [...known].map(([subject, indexes]) => ({ subject, indexes }));
  return matchSubjects(
    subjects,
    wanted.map(({ kind, index }) => ({ kind, index: hex(index) })),
  );
}

/**
 * The person on file who matches best, or a new one with a key of their own; identifiers not known yet are added.
 * Answers the person's id. Two callers with the same identifiers get the same person.
 */
export async function keepSubject(tx: Tx, shop: string, identity: Identity): Promise<string> {
  const wanted = await blindIndexes(shop, identity);
  // always in the same order, or two callers with the same identifiers could wait for each other
  const locks = wanted.map(({ index }) => shop + hex(index)).sort();
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(lock, 0))::text FROM unnest(${locks}::text[]) AS lock`;
  const found = (await match(tx, shop, wanted))[0];
  const subject = found ?? v7();
  if (found === undefined) {
    await makeSubjectKey(shop, subject);
    await tx.$executeRaw`INSERT INTO "DataSubject" ("shop", "id") VALUES (${shop}, ${subject}::uuid)`;
  }
  await keepIdentifiers(tx, shop, { subject, identity }, wanted);
  return subject;
}

async function keepIdentifiers(
  tx: Tx,
  shop: string,
  { subject, identity }: Person,
  indexes: readonly BlindIndex[],
): Promise<void> {
  const key = await subjectKey(shop, subject);
  const kinds = indexes.map(({ kind }) => kind);
  const sealed = kinds.map((kind) => seal(key, Buffer.from(identity[kind] ?? ""), place(shop, subject, column(kind))));
  await tx.$executeRaw`
    WITH input AS (SELECT * FROM unnest(${kinds}::text[], ${indexes.map(({ index }) => index)}::bytea[], ${sealed}::bytea[])
        AS t("kind", "index", "sealed")),
      indexed AS (INSERT INTO "SubjectIndex" ("shop", "kind", "index", "subject")
        SELECT ${shop}, "kind", "index", ${subject}::uuid FROM input ON CONFLICT DO NOTHING)
    INSERT INTO "SubjectField" ("shop", "subject", "name", "sealed")
    SELECT ${shop}, ${subject}::uuid, "kind", "sealed" FROM input ON CONFLICT DO NOTHING`;
}

/** What is known of persons, by id. Someone who has been erased is missing from the answer. */
export async function readSubjects(shop: string, subjects: readonly string[]): Promise<Map<string, Identity>> {
  const { rows } = await pool().query<{ subject: string; name: string; sealed: Buffer }>(
    `SELECT "subject"::text, "name", "sealed" FROM "SubjectField" WHERE "shop" = $1 AND "subject" = ANY($2)`,
    [shop, subjects],
  );
  const people = new Map<string, Identity>();
  for (const subject of new Set(rows.map((row) => row.subject))) {
    const own = rows.filter((row) => row.subject === subject);
    const identity = await openFields(shop, subject, own);
    if (identity) people.set(subject, identity);
  }
  return people;
}

async function openFields(
  shop: string,
  subject: string,
  rows: readonly { name: string; sealed: Uint8Array }[],
): Promise<Identity | undefined> {
  try {
    const key = await subjectKey(shop, subject);
    const fields = IDENTITY_KINDS.flatMap((kind) => {
      const row = rows.find(({ name }) => name === kind);
      return row ? [[kind, open(key, row.sealed, place(shop, subject, column(kind))).toString()]] : [];
    });
    return Object.fromEntries(fields) as Identity;
  } catch (error) {
    if (error instanceof KeyShredded) return undefined;
    throw error;
  }
}

/** What is known of one person; undefined once they are erased. */
export async function readSubject(shop: string, subject: string): Promise<Identity | undefined> {
  return (await readSubjects(shop, [subject])).get(subject);
}

/** The same inside a transaction. */
export async function readSubjectIn(tx: Tx, shop: string, subject: string): Promise<Identity | undefined> {
  const rows = await tx.$queryRaw<{ name: string; sealed: Uint8Array }[]>`
    SELECT "name", "sealed" FROM "SubjectField" WHERE "shop" = ${shop} AND "subject" = ${subject}::uuid`;
  return rows.length === 0 ? undefined : openFields(shop, subject, rows);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
