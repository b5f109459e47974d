import { unwrap, wrap, wrappedBy, type MasterKey } from "../crypto/master-keys.server.ts";
import { openPool } from "../db/pool.server.ts";
import type { KeyStore } from "./key-store.server.ts";

const TABLE = `CREATE TABLE IF NOT EXISTS candor_key (
  scope text NOT NULL, id text NOT NULL, wrapped bytea NOT NULL, PRIMARY KEY (scope, id))`;

/**
 * Keys in a PostgreSQL database of their own, for several machines. It must be another database than the app's, with
 * backups that are kept briefly: a key that was removed is gone once they are.
 */
export async function openTableKeyStore(url: string, masterKeys: readonly MasterKey[]): Promise<KeyStore> {
  const { pool, close } = await openPool(url, { size: 4 });
  await pool.query(TABLE);
  const context = (scope: string, id: string) => `key ${scope}/${id}`;

  async function get(scope: string, id: string): Promise<Buffer | undefined> {
    const select = "SELECT wrapped FROM candor_key WHERE scope = $1 AND id = $2";
    const { rows } = await pool.query<{ wrapped: Buffer }>(select, [scope, id]);
    return rows[0] && unwrap(masterKeys, rows[0].wrapped, context(scope, id));
  }

  return {
    get,
    async putIfAbsent(scope, id, key) {
      const insert = "INSERT INTO candor_key (scope, id, wrapped) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
      const { rowCount } = await pool.query(insert, [scope, id, wrap(masterKeys, key, context(scope, id))]);
      if (rowCount === 1) return key;
      const kept = await get(scope, id);
      if (!kept) throw new Error("a key was removed while it was being made");
      return kept;
    },
    async remove(scope, id) {
      await pool.query("DELETE FROM candor_key WHERE scope = $1 AND id = $2", [scope, id]);
    },
    async removeScope(scope) {
      return (await pool.query("DELETE FROM candor_key WHERE scope = $1", [scope])).rowCount ?? 0;
    },
    async list(scope) {
      const { rows } = await pool.query<{ id: string }>("SELECT id FROM candor_key WHERE scope = $1", [scope]);
      return rows.map(({ id }) => id);
    },
    async rewrap() {
      const { rows } = await pool.query<{ scope: string; id: string; wrapped: Buffer }>("SELECT * FROM candor_key");
      const old = rows.filter(({ wrapped }) => wrappedBy(wrapped) !== masterKeys[0]?.id);
      for (const { scope, id, wrapped } of old) {
        const renewed = wrap(masterKeys, unwrap(masterKeys, wrapped, context(scope, id)), context(scope, id));
        const update = "UPDATE candor_key SET wrapped = $3 WHERE scope = $1 AND id = $2 AND wrapped = $4";
        await pool.query(update, [scope, id, renewed, wrapped]);
      }
      return old.length;
    },
    close,
  };
}
