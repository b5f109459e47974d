import type { Cover } from "./cover.ts";
import { escapeHtml, factsHtml, tableHtml } from "./html.ts";
import type { Fact } from "./html.ts";
import { SECTION_WORDS, SECTIONS } from "./sections.ts";
import type { Section } from "./sections.ts";
import { PAGE_STYLE } from "./page-style.ts";
import { countText, dateText } from "./wording.ts";

/** How many items each section holds. */
export type SectionCounts = Readonly<Record<Section, number>>;

function sentencesHtml(title: string, sentences: readonly string[]): string {
  if (sentences.length === 0) return "";
  const items = sentences.map((sentence) => `<li dir="auto">${escapeHtml(sentence)}</li>`).join("");
  return `<h3>${escapeHtml(title)}</h3><ul>${items}</ul>`;
}

function unstatedHtml(cover: Cover): string {
  const unstated = [
    cover.purposes.length === 0 ? "for what the data is used" : null,
    cover.recipients.length === 0 ? "who else receives it" : null,
    cover.retention.length === 0 ? "how long it is kept" : null,
  ].filter((words) => words !== null);
  if (unstated.length === 0) return "";
  return `<p>This copy does not state ${escapeHtml(unstated.join(", "))}. Please ask the store.</p>`;
}

function missingHtml(cover: Cover): string {
  if (cover.missing.length === 0) return "";
  const rows = cover.missing.map(({ section, what }) => [SECTION_WORDS[section].title, what]);
  return `<div class="missing"><h3>What could not be included</h3>${tableHtml("Not included", ["Part", "Reason"], rows)}</div>`;
}

function contentsHtml(counts: SectionCounts): string {
  const items = SECTIONS.map((section) => {
    const count = counts[section] === 0 ? "nothing held" : countText(counts[section], "entry", "entries");
    return `<li><a href="#${section}">${SECTION_WORDS[section].title}</a>: ${count}</li>`;
  });
  return `<nav aria-label="Contents"><h2>Contents</h2><ul>${items.join("")}</ul></nav>`;
}

/** Everything above the first section. */
export function pageOpening(cover: Cover, counts: SectionCounts): string {
  const { shop, person, request } = cover;
  const zone = shop.timeZone;
  const about: Fact[] = [
    ["Store", `${shop.name} (${shop.domain})`],
    ["Questions to", shop.contactEmail],
    ["Person", [person.name, person.email].filter(Boolean).join(", ")],
    ["Requested", dateText(request.receivedAt, zone)],
    ["To be answered by", dateText(request.deadline, zone)],
    ["Law", request.law],
    ["Put together", dateText(cover.generatedAt, zone)],
    ["Request number", request.id],
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Personal data held by ${escapeHtml(shop.name)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1>Personal data held by <span dir="auto">${escapeHtml(shop.name)}</span></h1>
<p>A copy of the data that this store holds about you. Times are in the store's time zone.
The same data, for machines, is in <code>data.json</code> and in the tables of the folder <code>csv</code>.</p>
${factsHtml(about)}
</header>
${contentsHtml(counts)}
<main>
<section aria-labelledby="about"><h2 id="about">About this data</h2>
${sentencesHtml("What it is used for", cover.purposes)}
${sentencesHtml("Who else receives it", cover.recipients)}
${sentencesHtml("How long it is kept", cover.retention)}
${unstatedHtml(cover)}
${missingHtml(cover)}
</section>
`;
}

/** The heading of a section; a section that holds nothing says so, or says that it could not be read. */
export function sectionOpening(section: Section, count: number, cover: Cover): string {
  const { title, about, source } = SECTION_WORDS[section];
  const unread = cover.missing.some((gap) => gap.section === section);
  const nothing = unread
    ? "Nothing is included here, because not everything could be read: see “What could not be included”."
    : "The store holds no data of this kind about you.";
  const empty = count === 0 ? `<p class="empty">${nothing}</p>` : "";
  return `<section aria-labelledby="${section}"><h2 id="${section}">${title}</h2>
<p>${about} <span class="source">Source: ${source}.</span></p>
${empty}`;
}

/** Everything below the last section. */
export function pageClosing(): string {
  return "</main>\n<footer><p>Put together by Candor for the store named above.</p></footer>\n</body>\n</html>\n";
}
