import { databaseKind } from "../db/database.server.ts";
import { settings } from "../env.server.ts";
import { log } from "../log.server.ts";
import { execute, type Ended } from "./execute.server.ts";
import { listenForOps, socketPath } from "./ops-socket.server.ts";
import { parseCommand } from "./parse-command.server.ts";
import { plainSentence } from "./plain-sentence.server.ts";
import type { Write } from "./write-result.server.ts";

/** Lets the command line ask this process. Nothing is opened when the database takes other processes itself. */
export async function answerOps(): Promise<{ close(): Promise<void> }> {
  const nothing = { close: () => Promise.resolve() };
  if (databaseKind() === "server") return nothing;
  try {
    return await listenForOps(socketPath(settings().dataDir), answer);
  } catch (error) {
    log().warn({ cause: plainSentence(error) }, "the command line cannot ask this process");
    return nothing;
  }
}

function answer(args: string[], write: Write): Promise<Ended> {
  const parsed = parseCommand(args);
  if (parsed.kind !== "run") return Promise.resolve({ exitCode: 2, error: parsed.text });
  return execute(parsed, write);
}
