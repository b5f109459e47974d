import { Socket } from "node:net";
import { Agent, setGlobalDispatcher } from "undici";
import { isProcessorHost } from "./processors/processor-hosts.ts";
import { redirectCalls } from "./processors/redirect.ts";

/**
 * `node --import ./standin/preload.ts …`: every request of this process to Shopify goes to the stand-in on loopback
 * (SHOPIFY_STANDIN_URL), those to processors' APIs to theirs (PROCESSORS_STANDIN_URL), below `fetch` and without the
 * app's knowledge, and every other outside host is refused.
 */
const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/;
const SHOPIFY = /(^|\.)(myshopify\.com|shopify\.com|shopifycloud\.com)$/;

function onThisMachine(name: string, usual: string): string {
  const url = new URL(process.env[name] ?? usual);
  if (!LOOPBACK.test(url.hostname)) throw new Error(`${name} must be on this machine`);
  return url.origin;
}

const standin = onThisMachine("SHOPIFY_STANDIN_URL", "http://localhost:43101");
const processors = onThisMachine("PROCESSORS_STANDIN_URL", "http://localhost:43107");

/** A connection that the stand-in does not allow. */
export class OutsideRefused extends Error {
  constructor(host: string) {
    super(`The stand-in refuses connections to ${host}: only this machine and Shopify's stand-in can be reached.`);
    this.name = "OutsideRefused";
  }
}

redirectCalls((host) => {
  if (SHOPIFY.test(host)) return standin;
  return isProcessorHost(host) ? processors : undefined;
});
setGlobalDispatcher(new Agent());

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

/** Everything else (other hosts, `node:http`, `node:net`, database drivers, mail) ends in this one function. */
const connect = Reflect.get(Socket.prototype, "connect") as (...args: unknown[]) => Socket;
Reflect.set(Socket.prototype, "connect", function (this: Socket, ...args: unknown[]): Socket {
  const host = hostOf(args);
  if (host === undefined || LOOPBACK.test(host)) return Reflect.apply(connect, this, args);
  process.nextTick(() => this.destroy(new OutsideRefused(host)));
  return this;
});
