import type { Tx } from "../db/database.server.ts";
import { seal } from "../crypto/seal.server.ts";
import { blindIndexes } from "./blind-index.server.ts";
import type { Identity } from "./identity.ts";
import { place, subjectKey } from "./subject-key.server.ts";

/**
 * Puts identifiers in the place of wrong ones, inside the caller's transaction: the person is found by the new ones from
 * then on, and no longer by the old. Others stay. Safe to repeat.
 *
 * Source: GDPR art. 16.
 */
export async function correctSubject(tx: Tx, shop: string, subject: string, changes: Identity): Promise<void> {
  const key = await subjectKey(shop, subject);
  for (const { kind, index } of await blindIndexes(shop, changes)) {
    const sealed = seal(key, Buffer.from(changes[kind] ?? ""), place(shop, subject, `SubjectField.sealed ${kind}`));
    await tx.$executeRaw`
      DELETE FROM "SubjectIndex" WHERE "shop" = ${shop} AND "subject" = ${subject}::uuid AND "kind" = ${kind}`;
    await tx.$executeRaw`
      INSERT INTO "SubjectIndex" ("shop", "kind", "index", "subject")
      VALUES (${shop}, ${kind}, ${index}, ${subject}::uuid) ON CONFLICT DO NOTHING`;
    await tx.$executeRaw`
      INSERT INTO "SubjectField" ("shop", "subject", "name", "sealed")
      VALUES (${shop}, ${subject}::uuid, ${kind}, ${sealed})
      ON CONFLICT ("shop", "subject", "name") DO UPDATE SET "sealed" = excluded."sealed"`;
  }
}
