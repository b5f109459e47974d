import { lookup as dnsLookup, type LookupAddress } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import { isPublicAddress } from "./public-address.server.ts";

/** A server has this long (ms) to take a connection. */
const CONNECT_MS = 5_000;
/** No answer may be longer, in bytes. */
const LARGEST_ANSWER = 10 * 1024 * 1024;
/** A connection that nobody uses is closed after this long (ms): a name may lead elsewhere by then. */
const IDLE_MS = 4_000;

/** Thrown instead of connecting to an address that is not on the public internet. */
export class PrivateAddressRefused extends Error {
  readonly code = "CANDOR_PRIVATE_ADDRESS";

  constructor() {
    super("the name leads to an address that is not on the public internet");
    this.name = "PrivateAddressRefused";
  }
}

type Resolve = (name: string, done: (error: Error | null, found: readonly LookupAddress[]) => void) => void;

const byDns: Resolve = (name, done) => {
  dnsLookup(name, { all: true }, done);
};

/**
 * A look-up that answers public addresses only, whatever the name's owner says. It is made for the very connection that
 * is opened, so a name that answers differently the second time gains nothing. One private address among several is
 * enough to refuse.
 */
export function guardedLookup(resolve: Resolve = byDns): LookupFunction {
  return (name, options, callback) => {
    resolve(name, (error, found) => {
      const [first] = found;
      if (error) callback(error, []);
      else if (!first || found.some(({ address }) => !isPublicAddress(address)))
        callback(new PrivateAddressRefused(), []);
      else if (options.all === true) callback(null, [...found]);
      else callback(null, first.address, first.family);
    });
  };
}

/** Opens connections to public addresses only; a name that is an address itself is looked at, too. */
function guardedConnect(): buildConnector.connector {
  const connect = buildConnector({ timeout: CONNECT_MS, lookup: guardedLookup() });
  return (options, callback) => {
    const name = options.hostname.replace(/^\[|\]$/g, "");
    if (isIP(name) !== 0 && !isPublicAddress(name)) callback(new PrivateAddressRefused(), null);
    else connect(options, callback);
  };
}

const limits = {
  maxResponseSize: LARGEST_ANSWER,
  keepAliveTimeout: IDLE_MS,
  keepAliveMaxTimeout: IDLE_MS,
  // one host that hangs must not hold up calls to the same host that would be answered
  pipelining: 1,
};

/** For every call to a name that somebody typed in, and for all others. */
export const publicAgent = new Agent({ ...limits, connect: guardedConnect() });

/** For the hosts that the operator named as reachable although they are not public. */
export const privateAgent = new Agent({ ...limits, connect: { timeout: CONNECT_MS } });
