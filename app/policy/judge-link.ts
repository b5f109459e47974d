/** What a link of a policy leads to; "unknown" when nobody could tell. */
export type LinkState = "fine" | "gone" | "moved" | "unknown";

/** A link that a policy gives to shoppers, and that does not lead to what it promises. */
export interface DeadLink {
  /** The id of the vendor whose link it is, and its name. */
  vendor: string;
  name: string;
  how: Extract<LinkState, "gone" | "moved">;
}

/** For good: RFC 9110, 15.4.2 and 15.4.9. The others lead elsewhere for the moment, as to the reader's language. */
const PERMANENT = [301, 308];
/** RFC 9110, 15.5.5 and 15.5.11. */
const GONE = [404, 410];
/** A part of a path that names a language, as in /de/privacy or /en-gb/privacy. */
const LANGUAGE = /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i;

/**
 * What an answer says of a link. Only what is certain counts: a server that refuses programs (403), is busy (429) or has
 * trouble (5xx) may well show its page to a shopper. A page that has moved for good to another form of the same address
 * (https, www, a language, a closing slash) is where it was. `location`: the header, "" when absent.
 */
export function judgeLink(url: string, { status, location }: { status: number; location: string }): LinkState {
  if (status >= 200 && status < 300) return "fine";
  if (GONE.includes(status)) return "gone";
  if (status < 300 || status >= 400) return "unknown";
  const to = URL.parse(location, url);
  if (!to) return "unknown";
  return !PERMANENT.includes(status) || placeOf(to) === placeOf(new URL(url)) ? "fine" : "moved";
}

function placeOf({ host, pathname }: URL): string {
  const parts = pathname.split("/").filter((part) => part !== "" && !LANGUAGE.test(part));
  return [host.replace(/^www\./, ""), ...parts.map((part) => part.toLowerCase())].join("/");
}
