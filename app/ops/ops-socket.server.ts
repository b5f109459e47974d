import { createHash } from "node:crypto";
import { chmodSync, lstatSync, mkdirSync, rmSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { platform, tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { z } from "zod";
import { PlainProblem } from "../jobs/cause.ts";
import type { Ended } from "./execute.server.ts";
import type { Write } from "./write-result.server.ts";

/** One JSON line there, then JSON lines back: pieces of output, and the end. */
const REQUEST = z.object({ args: z.array(z.string()) });
const REPLY = z.union([
  z.object({ output: z.string() }),
  z.object({ exitCode: z.number(), error: z.string().optional() }),
]);

/** Does what the words ask for. */
export type Handle = (args: string[], write: Write) => Promise<Ended>;

/** The kernel's limit is 104 to 108 bytes with the final zero, depending on the system. */
const LONGEST_PATH = 100;
const OUR_FOLDER = /^candor-[0-9a-f]{16}$/;

/**
 * Where the process that holds a data folder's database listens: a socket in that folder, for its owner only. When the
 * path is too long for a socket, a folder of the owner's in the temporary folder; on Windows a named pipe.
 */
export function socketPath(dataDir: string): string {
  const folder = resolve(dataDir);
  const name = `candor-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`;
  if (platform() === "win32") return `\\\\.\\pipe\\${name}`;
  const direct = join(folder, "ops.sock");
  return Buffer.byteLength(direct) <= LONGEST_PATH ? direct : join(tmpdir(), name, "ops.sock");
}

/** Listens at `path`, in the place of a socket that a killed process left behind. */
export async function listenForOps(path: string, handle: Handle): Promise<{ close(): Promise<void> }> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    socket.on("error", () => socket.destroy()); // whoever asked went away
    void answerOne(socket, handle);
  });
  await listen(server, path);
  return {
    close: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        for (const socket of open) socket.destroy();
      }),
  };
}

async function listen(server: Server, path: string): Promise<void> {
  const isFile = platform() !== "win32";
  if (isFile) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    refuseStrangers(path);
    rmSync(path, { force: true });
  }
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    const before = isFile ? process.umask(0o177) : undefined; // never open to others, not even for a moment
    server.listen(path, done);
    if (before !== undefined) process.umask(before);
  });
  if (isFile) chmodSync(path, 0o600);
}

async function answerOne(socket: Socket, handle: Handle): Promise<void> {
  const send = (reply: z.infer<typeof REPLY>) => sendLine(socket, reply);
  try {
    for await (const line of linesOf(socket)) {
      const { args } = REQUEST.parse(JSON.parse(line));
      await send(await handle(args, (output) => send({ output })));
      break;
    }
    socket.end();
  } catch {
    socket.destroy(); // not our protocol, or nobody listens any more
  }
}

/** Asks the process that listens at `path`; undefined when none does. Throws `PlainProblem` when it must not be asked. */
export async function askServer(path: string, args: readonly string[], write: Write): Promise<Ended | undefined> {
  const socket = await connectTo(path);
  if (!socket) return undefined;
  try {
    await sendLine(socket, { args });
    for await (const line of linesOf(socket)) {
      const reply = REPLY.parse(JSON.parse(line));
      if ("exitCode" in reply) return reply;
      await write(reply.output);
    }
  } catch (error) {
    if (!isGone(error)) throw error;
  } finally {
    socket.destroy();
  }
  return { exitCode: 1, error: "The running server stopped before it had answered." };
}

function connectTo(path: string): Promise<Socket | undefined> {
  if (platform() !== "win32") refuseStrangers(path);
  return new Promise((done, fail) => {
    const socket = connect(path);
    socket.once("connect", () => {
      done(socket);
    });
    socket.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EACCES" || error.code === "EPERM") {
        fail(new PlainProblem("Run this as the user that the server runs as: its socket is for that user only."));
      } else done(undefined);
    });
  });
}

function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "EPIPE" || error.code === "ECONNRESET");
}

/** Anyone can make a folder in the temporary folder: words with personal data go to the owner's own process only. */
function refuseStrangers(path: string): void {
  const folder = dirname(path);
  const isTemporary = dirname(folder) === tmpdir() && OUR_FOLDER.test(basename(folder));
  const facts = isTemporary ? lstatSync(folder, { throwIfNoEntry: false }) : undefined;
  if (!facts) return;
  if (facts.isDirectory() && facts.uid === process.getuid?.() && (facts.mode & 0o077) === 0) return;
  throw new PlainProblem(`The folder ${folder} is not this user's own: remove it.`);
}

function sendLine(socket: Socket, message: object): Promise<void> {
  return new Promise((done, fail) => {
    socket.write(`${JSON.stringify(message)}\n`, (error) => {
      if (error) fail(error);
      else done();
    });
  });
}

async function* linesOf(socket: Socket): AsyncGenerator<string> {
  socket.setEncoding("utf8");
  let rest = "";
  // whoever stops reading may still want to write
  for await (const chunk of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<string>) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}
