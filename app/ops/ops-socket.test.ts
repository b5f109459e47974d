import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { platform, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { askServer, listenForOps, socketPath, type Handle } from "./ops-socket.server.ts";

let folder = "";
const closing: (() => Promise<void>)[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-ops-"));
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  rmSync(folder, { recursive: true, force: true });
});

async function listen(path: string, handle: Handle): Promise<void> {
  const listening = await listenForOps(path, handle);
  closing.push(() => listening.close());
}

function removeLater(path: string): void {
  closing.push(() => {
    rmSync(path, { recursive: true, force: true });
    return Promise.resolve();
  });
}

async function ask(path: string, args: string[]) {
  let output = "";
  const ended = await askServer(path, args, (text) => {
    output += text;
    return Promise.resolve();
  });
  return { ended, output };
}

const echo: Handle = async (args, write) => {
  for (const word of args) await write(`${word}\n`);
  return { exitCode: 3, error: "One sentence." };
};

test("words go to the server, output comes back piece by piece, then the end", async () => {
  const path = socketPath(folder);
  await listen(path, echo);
  const words = ["requests list", "Zoë\u2028", '{"a":\n1}'];
  expect(await ask(path, words)).toEqual({
    ended: { exitCode: 3, error: "One sentence." },
    output: `${words.join("\n")}\n`,
  });
});

test("output larger than any buffer arrives whole", async () => {
  const path = socketPath(folder);
  await listen(path, async (_args, write) => {
    for (let piece = 0; piece < 100; piece += 1) await write("x".repeat(100_000));
    return { exitCode: 0 };
  });
  expect((await ask(path, [])).output).toHaveLength(10_000_000);
});

test("nobody listens: the answer is undefined, so that the caller can do it itself", async () => {
  expect((await ask(socketPath(folder), [])).ended).toBeUndefined();
});

test("only the owner may use the socket", async () => {
  const path = socketPath(folder);
  await listen(path, echo);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test("a socket that a killed server left behind is replaced", async () => {
  const path = socketPath(folder);
  const script = `require("node:net").createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, "SIGKILL"))`;
  spawnSync(process.execPath, ["-e", script]);
  expect(statSync(path).isSocket()).toBe(true);
  expect((await ask(path, [])).ended).toBeUndefined();
  await listen(path, echo);
  expect((await ask(path, [])).ended).toEqual({ exitCode: 3, error: "One sentence." });
});

test("a server that stops half-way is told as such", async () => {
  const path = socketPath(folder);
  await listen(path, async (_args, write) => {
    await write("half ");
    await closing.pop()?.();
    return { exitCode: 0 };
  });
  expect(await ask(path, [])).toEqual({
    ended: { exitCode: 1, error: "The running server stopped before it had answered." },
    output: "half ",
  });
});

test("something that doesn't speak the protocol is hung up on, and the next one is answered", async () => {
  const path = socketPath(folder);
  await listen(path, echo);
  const answer = await new Promise<string>((resolve) => {
    let text = "";
    const socket = connect(path, () => socket.write("GET / HTTP/1.1\r\n\r\n"));
    socket.on("data", (chunk) => (text += chunk.toString()));
    socket.on("close", () => {
      resolve(text);
    });
  });
  expect(answer).toBe("");
  expect((await ask(path, ["x"])).output).toBe("x\n");
});

describe.runIf(platform() !== "win32")("a data folder whose path is too long for a socket", () => {
  const long = () => join(folder, "x".repeat(120));

  it("gets a short path of its own in the temporary folder", async () => {
    const path = socketPath(long());
    removeLater(dirname(path));
    expect(Buffer.byteLength(path)).toBeLessThanOrEqual(100);
    expect(path).not.toBe(socketPath(`${long()}y`));
    await listen(path, echo);
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
    expect((await ask(path, ["x"])).output).toBe("x\n");
  });

  it("is not used when somebody else has made that path", async () => {
    const path = socketPath(long());
    writeFileSync(dirname(path), "");
    removeLater(dirname(path));
    await expect(ask(path, ["x"])).rejects.toThrow("is not this user's own");
  });
});
