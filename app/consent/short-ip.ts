/**
 * An address without its last part: the first three bytes of IPv4, the first 48 bits of IPv6. It names a neighbourhood
 * of the network and no connection (the recipe of many statistics tools). Undefined for what is no address.
 */
export function shortIp(address: string): string | undefined {
  const text = address.trim().replace(/^::ffff:(?=\d+\.)/i, "");
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/.exec(text)?.slice(1, 4);
  if (parts) return parts.every((part) => Number(part) < 256) ? `${parts.map(Number).join(".")}.0` : undefined;
  if (!/^[\da-f:]{2,39}$/i.test(text) || !text.includes(":")) return undefined;
  const groups = expand(text.toLowerCase());
  return groups && `${groups.slice(0, 3).join(":")}::`;
}

/** The eight groups of an IPv6 address; undefined when it has more or fewer. */
function expand(text: string): string[] | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array<string>(missing).fill("0"), ...tail];
  return groups.every((group) => /^[\da-f]{1,4}$/.test(group))
    ? groups.map((group) => group.replace(/^0+(?=.)/, ""))
    : undefined;
}
