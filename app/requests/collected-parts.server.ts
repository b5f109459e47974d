import { gunzipSync, gzipSync } from "node:zlib";
import { pool } from "../db/database.server.ts";
import { sealFor, subjectSealer } from "../vault/subject-key.server.ts";

const column = (request: string, section: string, index: number) =>
  `CollectedPart.sealed ${request}/${section}/${String(index)}`;

/** One page of collected items. Keeping the same page again replaces it, so a repeated task leaves no doubles. */
export interface Part {
  request: string;
  section: string;
  index: number;
  items: readonly unknown[];
}

/** Seals a page of items for the person whose data it is. */
export async function keepPart(shop: string, subject: string, part: Part): Promise<void> {
  const { request, section, index } = part;
  const plain = gzipSync(JSON.stringify(part.items));
  const sealed = await sealFor(shop, subject, column(request, section, index), plain);
  await pool().query(
    `INSERT INTO "CollectedPart" ("shop", "request", "section", "index", "sealed") VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT ("shop", "request", "section", "index") DO UPDATE SET "sealed" = excluded."sealed"`,
    [shop, request, section, index, sealed],
  );
}

/** What was collected for a request, to be read again and again. */
export interface CollectedParts {
  /** A section's pages in order, one in memory at a time. */
  read: (section: string) => AsyncGenerator<unknown[]>;
}

/** Opens what was collected for a request. Throws `KeyShredded` once the person is erased. */
export async function openParts(shop: string, subject: string, request: string): Promise<CollectedParts> {
  const sealer = await subjectSealer(shop, subject);
  const counted = await pool().query<{ section: string; parts: number }>(
    `SELECT "section", count(*)::int AS "parts" FROM "CollectedPart" WHERE "shop" = $1 AND "request" = $2 GROUP BY 1`,
    [shop, request],
  );
  const parts = new Map(counted.rows.map((row) => [row.section, row.parts]));
  async function* read(section: string): AsyncGenerator<unknown[]> {
    for (let index = 0; index < (parts.get(section) ?? 0); index++) {
      const { rows } = await pool().query<{ sealed: Buffer }>(
        `SELECT "sealed" FROM "CollectedPart"
         WHERE "shop" = $1 AND "request" = $2 AND "section" = $3 AND "index" = $4`,
        [shop, request, section, index],
      );
      if (!rows[0]) throw new Error("a part of a collection is missing");
      const plain = sealer.open(column(request, section, index), rows[0].sealed);
      yield JSON.parse(gunzipSync(plain).toString()) as unknown[];
    }
  }
  return { read };
}
