/** What a cookie's name may consist of (RFC 6265 §4.1.1: a token of RFC 9110 §5.6.2), of a length that people choose. */
const TOKEN = /^[!#$%&'+\-.^`|~\w]{1,120}\*?$/;
/** What stands between the parts of a name. */
const SEPARATORS = /[_.\-:|~]/;
const HOST = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * Whether a part of a name was made by a machine for one visitor or one account rather than chosen by a person for all:
 * two digits in five characters or more, something encoded, or a length that nobody types.
 */
function looksMade(part: string): boolean {
  if (part.includes("%") || part.length >= 24) return true;
  return part.length >= 5 && (part.match(/\d/g)?.length ?? 0) >= 2;
}

/**
 * A cookie's name without what may identify somebody: from the first part that looks made for one visitor on, "*" takes
 * its place. `_ga_ABC123` and `_ga_XYZ789` become `_ga_*`. "" when nothing to tell apart remains, or for no cookie's name.
 */
export function generalName(name: string): string {
  if (!TOKEN.test(name)) return "";
  const kept = beforeMade(name);
  return /[A-Za-z]/.test(kept) ? kept : "";
}

function beforeMade(name: string): string {
  let start = 0;
  for (const part of name.replace(/\*$/, "").split(SEPARATORS)) {
    if (looksMade(part)) return `${name.slice(0, start)}*`;
    start += part.length + 1;
  }
  return name;
}

/**
 * A public host's name in lower case without sub-domains that look made for one visitor or one account; "" for anything
 * else, such as an address in numbers or a name without a dot.
 */
export function generalHost(text: string): string {
  const host = text.toLowerCase();
  if (!HOST.test(host)) return "";
  const labels = host.split(".");
  const last = labels.slice(0, -2).findLastIndex((label) => label.split("-").some(looksMade));
  return labels.slice(last + 1).join(".");
}
