import { randomUUID } from "node:crypto";
import { pool } from "../db/database.server.ts";
import { keyStore } from "./key-store.server.ts";

const SCOPE = "installation";
const ID = "pair";

/**
 * Whether the key store is this database's: both hold the same random mark, made when either is new. "another" means
 * that persons' keys are elsewhere, for example because CANDOR_DATA_DIR or CANDOR_KEYS_URL points somewhere else.
 */
export async function checkKeyStore(): Promise<"same" | "another"> {
  const candidate = Buffer.from(randomUUID().replaceAll("-", ""), "utf8");
  const kept = (await keyStore().putIfAbsent(SCOPE, ID, candidate)).toString("utf8");
  await pool().query(
    `INSERT INTO "Installation" ("name", "value") VALUES ('key-store', $1) ON CONFLICT ("name") DO NOTHING`,
    [kept],
  );
  const { rows } = await pool().query<{ value: string }>(
    `SELECT "value" FROM "Installation" WHERE "name" = 'key-store'`,
  );
  return rows[0]?.value === kept ? "same" : "another";
}
