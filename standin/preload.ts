import { Socket } from "node:net";
import { Agent, setGlobalDispatcher, type Dispatcher } from "undici";

/**
 * `node --import ./standin/preload.ts …`: every request of this process to Shopify goes to the stand-in on loopback
 * (SHOPIFY_STANDIN_URL), below `fetch` and without the app's knowledge, and every other outside host is refused.
 */
const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/;
const SHOPIFY = /(^|\.)(myshopify\.com|shopify\.com|shopifycloud\.com)$/;

const standin = new URL(process.env["SHOPIFY_STANDIN_URL"] ?? "http://localhost:43101");
if (!LOOPBACK.test(standin.hostname)) throw new Error("SHOPIFY_STANDIN_URL must be on this machine");

/** A connection that the stand-in does not allow. */
export class OutsideRefused extends Error {
  constructor(host: string) {
    super(`The stand-in refuses connections to ${host}: only this machine and Shopify's stand-in can be reached.`);
    this.name = "OutsideRefused";
  }
}

type Headers = NonNullable<Dispatcher.DispatchOptions["headers"]>;

function flatHeaders(headers: Headers | null | undefined): string[] {
  if (headers === null || headers === undefined) return [];
  const entries: Iterable<unknown> = Symbol.iterator in headers ? headers : Object.entries(headers);
  const flat: string[] = [];
  for (const part of entries) {
    if (!Array.isArray(part)) flat.push(String(part));
    else for (const value of [part[1]].flat()) if (value !== undefined) flat.push(String(part[0]), String(value));
  }
  return flat;
}

class StandinAgent extends Agent {
  override dispatch(options: Agent.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    const { hostname } = new URL(String(options.origin));
    if (LOOPBACK.test(hostname)) return super.dispatch(options, handler);
    if (!SHOPIFY.test(hostname)) throw new OutsideRefused(hostname);
    const headers = [...flatHeaders(options.headers), "x-standin-host", hostname];
    return super.dispatch({ ...options, origin: standin.origin, headers }, handler);
  }
}

setGlobalDispatcher(new StandinAgent());

function hostOfOptions({ host, path }: { host?: unknown; path?: unknown }): string | undefined {
  if (typeof path === "string" && path !== "") return undefined;
  return typeof host === "string" && host !== "" ? host : "localhost";
}

/** The host that `socket.connect(…)` aims at; undefined for a path on this machine. */
function hostOf(args: readonly unknown[]): string | undefined {
  const [first, second] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
  if (typeof first === "object" && first !== null) return hostOfOptions(first);
  if (typeof first === "string" && Number.isNaN(Number(first))) return undefined;
  return typeof second === "string" ? second : "localhost";
}

/** Everything else (`node:http`, `node:net`, database drivers, mail) ends in this one function. */
const connect = Reflect.get(Socket.prototype, "connect") as (...args: unknown[]) => Socket;
Reflect.set(Socket.prototype, "connect", function (this: Socket, ...args: unknown[]): Socket {
  const host = hostOf(args);
  if (host === undefined || LOOPBACK.test(host)) return Reflect.apply(connect, this, args);
  process.nextTick(() => this.destroy(new OutsideRefused(host)));
  return this;
});
