import { hostsOf, VENDORS } from "./vendors.ts";

const HOSTS = new Set(VENDORS.flatMap(hostsOf));

/**
 * The same text with the vendors' hosts as names of this machine: `https://connect.facebook.net/…` becomes
 * `http://connect.facebook.net.localhost:PORT/…`, which a browser resolves to itself (RFC 6761). So nothing leaves this
 * machine when a person opens the storefront in a browser that was not told where the true hosts are.
 */
export function localAddresses(text: string, port: number): string {
  return text.replace(/https:\/\/([a-z0-9.-]+)/g, (all, host: string) =>
    HOSTS.has(host) ? `http://${host}.localhost:${String(port)}` : all,
  );
}
