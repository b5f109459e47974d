import { afterAll, beforeAll } from "vitest";
import { useTestDatabase } from "./db/test-database.ts";
import { closeQueue, openQueue } from "./jobs/queue.server.ts";
import { closeKeyStore, openKeyStore } from "./vault/key-store.server.ts";

/** Gives the tests of a file everything that keeps something: database, key store and queue (without workers). */
export function useTestStores(): void {
  useTestDatabase();
  beforeAll(async () => {
    await openKeyStore();
    await openQueue(true);
  }, 60_000);
  afterAll(async () => {
    await closeQueue(0);
    await closeKeyStore();
  });
}
