import { setTimeout as sleep } from "node:timers/promises";
import { FolderInUse } from "../db/lock-folder.server.ts";
import { settings, SettingsMissing, useSettings } from "../env.server.ts";
import { examineMissing } from "./examine-settings.server.ts";
import { specOf } from "./commands.ts";
import { execute, type Ended } from "./execute.server.ts";
import { askServer, socketPath } from "./ops-socket.server.ts";
import { toFile, toStandardOutput, type Output } from "./output.server.ts";
import { parseCommand, type Command } from "./parse-command.server.ts";
import { plainSentence } from "./plain-sentence.server.ts";
import { writeResult, type Write } from "./write-result.server.ts";

/** How long (ms) to wait for a process that has the embedded database but doesn't listen: it is starting, or ending. */
const PATIENCE_MS = 10_000;
const PAUSE_MS = 250;

/**
 * The operator's command line: `args` are the words after `ops`. Output goes to standard output and nowhere else, a
 * failure is one sentence on standard error. Answers the exit code: 0, 1 when it failed, 2 for wrong usage.
 */
export async function runOps(args: string[]): Promise<number> {
  const parsed = parseCommand(args);
  if (parsed.kind === "help") process.stdout.write(parsed.text);
  if (parsed.kind === "wrong") process.stderr.write(parsed.text);
  if (parsed.kind !== "run") return parsed.kind === "help" ? 0 : 2;
  const { exitCode, error } = await perform(parsed, args).catch((thrown: unknown): Ended => ({
    exitCode: 1,
    error: plainSentence(thrown),
  }));
  if (error !== undefined) process.stderr.write(`${error}\n`);
  return exitCode;
}

async function perform(command: Command, args: readonly string[]): Promise<Ended> {
  const { out } = command.options;
  const output: Output = typeof out === "string" ? await toFile(out, command.json) : toStandardOutput();
  let ended: Ended = { exitCode: 1 };
  try {
    ended = specOf(command.name).standsAlone
      ? await execute(command, output.write)
      : await withInstallation(command, args, output.write);
  } finally {
    await output.end(ended.exitCode === 0);
  }
  return ended;
}

async function withInstallation(command: Command, args: readonly string[], write: Write): Promise<Ended> {
  const missing = quietSettings();
  return missing ? withoutSettings(command, write, missing) : withSettings(command, args, write);
}

/** This process's settings without a log, which would share standard output, and without migrations. */
function quietSettings(): SettingsMissing | undefined {
  try {
    useSettings({ ...settings(), logLevel: "silent", migrate: false });
    return undefined;
  } catch (error) {
    if (error instanceof SettingsMissing) return error;
    throw error;
  }
}

/** What is missing is a message; for the doctor it is lines. */
async function withoutSettings(command: Command, write: Write, missing: SettingsMissing): Promise<Ended> {
  if (command.name !== "doctor") return { exitCode: 1, error: missing.message };
  const findings = examineMissing(missing);
  return { exitCode: await writeResult({ kind: "findings", findings }, command.json, write) };
}

/** A database on a server takes everybody; an embedded one has one process, which is asked when it isn't this one. */
async function withSettings(command: Command, args: readonly string[], write: Write): Promise<Ended> {
  const { databaseUrl, dataDir } = settings();
  if (!databaseUrl.startsWith("pglite:")) return inThisProcess(command, write);
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const answered = await askServer(socketPath(dataDir), withNewestKey(command, args), write);
    if (answered) return answered;
    try {
      return await inThisProcess(command, write);
    } catch (error) {
      if (!(error instanceof FolderInUse)) throw error;
      if (Date.now() > until) return { exitCode: 1, error: `${error.message}.` };
    }
    await sleep(PAUSE_MS);
  }
}

/** A server that was not restarted since a key was added would rotate to the old one: it is told which is meant. */
function withNewestKey(command: Command, args: readonly string[]): readonly string[] {
  const newest = settings().masterKeys[0]?.id;
  const isOpen = command.name === "keys rotate" && command.options["newest"] === undefined;
  return isOpen && newest !== undefined ? [...args, `--newest=${newest}`] : args;
}

/** Loads the database and all that only when there is nobody to ask. */
async function inThisProcess(command: Command, write: Write): Promise<Ended> {
  const { executeHere } = await import("./execute-here.server.ts");
  return executeHere(command, write);
}
