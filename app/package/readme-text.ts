import type { Cover } from "./cover.ts";
import { dateText } from "./wording.ts";

/** The README.txt of a package: what the files are, for somebody who never saw one. */
export function readmeText(cover: Cover): string {
  const { shop, request } = cover;
  const contact = shop.contactEmail === null ? shop.domain : `${shop.contactEmail} (${shop.domain})`;
  return [
    `Personal data held by ${shop.name}`,
    "",
    `Request ${request.id}, received ${dateText(request.receivedAt, shop.timeZone)}.`,
    `Put together ${dateText(cover.generatedAt, shop.timeZone)}.`,
    "",
    "letter.pdf   What this is, on a page or two.",
    "index.html   Everything, to be read in a browser. It works without the internet.",
    "data.json    The same data for machines: UTF-8 JSON, one item a line.",
    "data.schema.json  How data.json is built (JSON Schema).",
    "csv/         The same data as tables, for a spreadsheet. A leading apostrophe protects",
    "             you from cells that a spreadsheet would run; data.json has them exactly.",
    "files/       What other companies handed over as files, where they did.",
    "",
    "Of payment cards, only the scheme and the last four digits are known here.",
    "Keep this file safe: it holds your personal data, and nothing in it is encrypted any more.",
    "",
    `Questions: ${contact}`,
    "",
  ].join("\r\n");
}
