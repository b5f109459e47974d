import type { RequestKind } from "../../law/requests.ts";
import { escapeHtml } from "../../package/html.ts";
import { storefrontPage } from "../../storefront-page/storefront-page.ts";
import type { Reader } from "./reader.ts";
import { say, sayPlainly } from "./say.ts";

/** What the page says of the store. */
export interface EntranceFacts {
  /** What the reader's law lets them ask for. */
  offered: readonly RequestKind[];
  /** Where the store takes requests by mail; null when it told nobody. */
  contactEmail: string | null;
}

/** The entrance to a shopper's rights: what may be asked, and where. */
export function entrancePage(reader: Reader, { offered, contactEmail }: EntranceFacts): string {
  const { words, kinds, store, path } = reader;
  const at = escapeHtml(path);
  const address = contactEmail === null ? "" : escapeHtml(contactEmail);
  const mail = `<a href="mailto:${address}">${address}</a>`;
  const write = address === "" ? "" : `<p>${say(words.entrance_write).replace("{email}", `<bdi>${mail}</bdi>`)}</p>`;
  const body = `<p>${say(words.entrance_text)}</p>
<ul>${offered.map((kind) => `<li>${say(kinds[kind])}</li>`).join("")}</ul>
<p><a href="${at}/request">${say(words.entrance_ask)}</a></p>
<p><a href="${at}/choices">${say(words.entrance_choices)}</a></p>
<p>${say(words.entrance_time)}</p>
${write}`;
  return storefrontPage({ ...reader, title: sayPlainly(words.entrance_title, { store }), body });
}
