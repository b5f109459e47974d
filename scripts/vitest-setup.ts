/**
 * Before every test file: a test fails when it writes to console.error, or when anything in its process tries to reach
 * a machine other than this one (even if the code under test swallows the error).
 */
import { Socket } from "node:net";
import { afterEach, beforeEach } from "vitest";

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|::1|0\.0\.0\.0|::)$/;

/** Files that share a process share this: the door to other machines is guarded once. */
const shared = globalThis as typeof globalThis & { candorComplaints?: string[] };
const isGuarded = shared.candorComplaints !== undefined;
const complaints = (shared.candorComplaints ??= []);

/** The host that a call of `socket.connect` aims at; undefined for a path on this machine. */
function hostOf(args: readonly unknown[]): string | undefined {
  const [first, second] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
  if (typeof first === "object" && first !== null) {
    const { host, path } = first as { host?: unknown; path?: unknown };
    if (typeof path === "string" && path !== "") return undefined;
    return typeof host === "string" ? host : "localhost";
  }
  return typeof first === "string" ? undefined : typeof second === "string" ? second : "localhost";
}

function guardConnections(): void {
  const connect = Reflect.get(Socket.prototype, "connect") as (...args: unknown[]) => Socket;
  Reflect.set(Socket.prototype, "connect", function (this: Socket, ...args: unknown[]): Socket {
    const host = hostOf(args);
    if (host === undefined || LOOPBACK.test(host)) return Reflect.apply(connect, this, args);
    complaints.push(`a connection to ${host} was tried: tests stay on this machine`);
    queueMicrotask(() => this.destroy(new Error(`Tests stay on this machine: ${host} was refused`)));
    return this;
  });
}

if (!isGuarded) guardConnections();

const complain = (...values: unknown[]): void => {
  complaints.push(`console.error was called: ${values.map(String).join(" ")}`);
};

beforeEach(() => {
  complaints.length = 0;
  console.error = complain;
});

afterEach(() => {
  if (complaints.length > 0) throw new Error(complaints.splice(0).join("\n"));
});
