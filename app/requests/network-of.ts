/**
 * The network that one subscriber has: an IPv4 address alone, of an IPv6 address the first 64 bits, because whoever has
 * one of them has them all (RFC 6177). What is no address counts as one place.
 */
export function networkOf(ip: string | undefined): string {
  const text = (ip ?? "").trim().toLowerCase();
  if (!text.includes(":")) return text;
  const mapped = /:(\d+\.\d+\.\d+\.\d+)$/.exec(text)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = "", tail] = text.split("::");
  const front = head === "" ? [] : head.split(":");
  const back = tail === undefined || tail === "" ? [] : tail.split(":");
  const middle = tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill("0");
  const groups = [...front, ...middle, ...back].slice(0, 4);
  return groups.map((group) => group.replace(/^0+(?=.)/, "")).join(":");
}
