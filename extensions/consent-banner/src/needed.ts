/** Name of the attribute in which an address waits that was taken out of markup. */
export const WAITING = "data-cndr";

const ADDRESS = /(<(?:script|iframe|img|link)\b[^>]*?[\s"'/])(?:src|href)(\s*=\s*["']?)([^"'\s>]+)/gi;

/** Markup in which the addresses that must wait stand in `WAITING`, so that the browser asks for none of them. */
export function heldMarkup(html: string, mustWait: (url: string) => unknown): string {
  return html.replace(ADDRESS, (all: string, before: string, is: string, url: string) =>
    mustWait(url) ? before + WAITING + is + url : all,
  );
}
