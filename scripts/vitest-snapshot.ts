import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyMigrations } from "../app/db/migrate.server.ts";
import { openPool } from "../app/db/pool.server.ts";

/** Migrates one embedded database for the whole run; every test file starts from its snapshot, in CANDOR_TEST_SNAPSHOT. */
export default async function makeSnapshot(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "candor-snapshot-"));
  const { pool, snapshot, close } = await openPool("memory:");
  await applyMigrations(pool);
  if (snapshot) {
    const file = join(folder, "snapshot");
    writeFileSync(file, await snapshot());
    process.env["CANDOR_TEST_SNAPSHOT"] = file;
  }
  await close();
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
