import { closeDatabase, openDatabase } from "../db/database.server.ts";
import { settings } from "../env.server.ts";
import { closeKeyStore, openKeyStore } from "../vault/key-store.server.ts";
import { specOf } from "./commands.ts";
import { execute, type Ended } from "./execute.server.ts";
import type { Command } from "./parse-command.server.ts";
import type { Write } from "./write-result.server.ts";

/** A command uses one connection, and another for what it reads outside a transaction. */
const CONNECTIONS = 2;

/**
 * Carries a command out on stores that are opened for it: the queue, too, when it adds a job. The doctor opens what it
 * needs itself, to say what doesn't open. Throws `FolderInUse`.
 */
export async function executeHere(command: Command, write: Write): Promise<Ended> {
  if (command.name === "doctor") return execute(command, write);
  const queue = specOf(command.name).addsJob ? await import("../jobs/queue.server.ts") : undefined;
  try {
    await openDatabase(settings().databaseUrl, { size: CONNECTIONS });
    await openKeyStore();
    await queue?.openQueue(false);
    return await execute(command, write);
  } finally {
    await queue?.closeQueue(0);
    await closeKeyStore();
    await closeDatabase();
  }
}
