import { NO_PURPOSES, type PurposeSet } from "../../../app/law/purposes.ts";

/** The purposes that a host needs: its own, or those of the nearest domain above it that is listed. */
export function neededBy(host: string, hosts: Readonly<Record<string, PurposeSet>>): PurposeSet {
  return hosts[host] ?? (host ? neededBy(host.replace(/^[^.]*\.?/, ""), hosts) : NO_PURPOSES);
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
