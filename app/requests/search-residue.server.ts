import type { Tx } from "../db/database.server.ts";
import { identifiers, type Identity } from "../vault/identity.ts";
import { needles } from "./residue-needles.ts";

/** What a search of the whole database found, in numbers and names of tables only. */
export interface Residue {
  tables: string[];
  columns: number;
  /** `table: rows` for each table with a hit. */
  hits: string[];
  total: number;
}

interface Table {
  schema: string;
  name: string;
  columns: number;
  hasShop: boolean;
  isJob: boolean;
}

/**
 * Searches every table as an outsider with a copy of the database would: each row written out as text, bytes in
 * hexadecimal, for every spelling of what is known of the persons, all of them in one pass. Rows of other shops are not the searcher's to read.
 */
export async function searchResidue(tx: Tx, shop: string, people: readonly Identity[]): Promise<Residue> {
  const tables = await listTables(tx);
  const wanted = people.flatMap((identity) => identifiers(identity).flatMap(({ kind, value }) => needles(kind, value)));
  const found: Residue = {
    tables: tables.map(({ name }) => name),
    columns: tables.reduce((sum, { columns }) => sum + columns, 0),
    hits: [],
    total: 0,
  };
  if (wanted.length === 0) return found;
  for (const table of tables) {
    const count = await countHits(tx, shop, table, wanted.join("|"));
    if (count > 0) found.hits.push(`${table.name}: ${String(count)}`);
    found.total += count;
  }
  return found;
}

async function countHits(tx: Tx, shop: string, table: Table, pattern: string): Promise<number> {
  const from = `"${table.schema}"."${table.name}" AS t`;
  const scope = table.hasShop ? `t."shop" = $2` : table.isJob ? `t."data"->>'shop' = $2` : `$2::text IS NOT NULL`;
  const sql = `SELECT count(*)::int AS "count" FROM ${from} WHERE ${scope} AND lower(t::text) ~ $1`;
  const rows = await tx.$queryRawUnsafe<{ count: number }[]>(sql, pattern, shop);
  return rows[0]?.count ?? 0;
}

/** The tables of the app and of its queue; partitions are read through their parent. */
async function listTables(tx: Tx): Promise<Table[]> {
  return tx.$queryRaw<Table[]>`
    SELECT n.nspname::text AS "schema", c.relname::text AS "name", count(*)::int AS "columns",
      bool_or(a.attname = 'shop') AS "hasShop",
      bool_or(n.nspname = 'pgboss' AND c.relname = 'job') AS "isJob"
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE n.nspname IN (current_schema(), 'pgboss') AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    GROUP BY 1, 2 ORDER BY 1, 2`;
}
