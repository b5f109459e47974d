import { Agent, type Dispatcher } from "undici";

/** Where calls to a host really go: an address on this machine; undefined leaves them as they are. */
type Redirect = (host: string) => string | undefined;

type Headers = NonNullable<Dispatcher.DispatchOptions["headers"]>;

/** Headers in undici's flat form: name, value, name, value. */
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

/**
 * Leads the calls of every undici agent of this process to a host's stand-in, below whatever the agent itself allows,
 * and tells it by the header `x-standin-host` whose place it takes. Answers what undoes it.
 */
export function redirectCalls(to: Redirect): () => void {
  const { prototype } = Agent;
  const before: Agent["dispatch"] = Reflect.get(prototype, "dispatch");
  const plain = new Agent();
  prototype.dispatch = function (options, handler) {
    const { hostname } = new URL(String(options.origin));
    const origin = to(hostname);
    if (origin === undefined) return Reflect.apply(before, this, [options, handler]);
    const headers = [...flatHeaders(options.headers), "x-standin-host", hostname];
    return Reflect.apply(before, plain, [{ ...options, origin, headers }, handler]);
  };
  return () => {
    prototype.dispatch = before;
  };
}
