import { NO_PURPOSES, type PurposeSet } from "../../../app/law/purposes.ts";

/** The purposes that an address needs: those of its host, or of the nearest domain above it; none for nonsense. */
export function neededBy(url: string, base: string, hosts: Readonly<Record<string, PurposeSet>>): PurposeSet {
  try {
    for (let host = new URL(url, base).hostname; host; host = host.replace(/^[^.]*\.?/, "")) {
      const need = hosts[host];
      if (typeof need === "number") return need;
    }
  } catch {
    // not an address: the browser will say so to whoever asked
  }
  return NO_PURPOSES;
}

/** Name of the attribute in which an address waits that was taken out of markup. */
export const WAITING = "data-cndr";

const ADDRESS = /(<(?:script|iframe|img|link)\b[^>]*?[\s"'/])(?:src|href)(\s*=\s*["']?)([^"'\s>]+)/gi;

/** Markup in which the addresses that must wait stand in `WAITING`, so that the browser asks for none of them. */
export function heldMarkup(html: string, mustWait: (url: string) => unknown): string {
  return html.replace(ADDRESS, (all: string, before: string, is: string, url: string) =>
    mustWait(url) ? before + WAITING + is + url : all,
  );
}
