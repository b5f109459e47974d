import { pool } from "./db/database.server.ts";

/** Whether the database answers within two seconds. */
export async function isHealthy(): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => {
    setTimeout(() => {
      resolve(false);
    }, 2_000).unref();
  });
  const answers = pool()
    .query("SELECT 1")
    .then(
      () => true,
      () => false,
    );
  return Promise.race([answers, late]);
}
