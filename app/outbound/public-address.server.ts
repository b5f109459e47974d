import ipaddr from "ipaddr.js";

/**
 * Whether an IP address belongs to the public internet. Everything that IANA keeps for special use is not: private,
 * loopback and link-local networks (with the metadata servers of clouds), carrier NAT, documentation, multicast, and
 * the IPv6 forms that carry an IPv4 address inside (mapped, 6to4, Teredo, NAT64). RFC 6890, RFC 1918, RFC 4193.
 */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  if (!ipaddr.isValid(plain)) return false;
  return ipaddr.process(plain).range() === "unicast";
}
