import { PAGE_CSS } from "../control/page-css.ts";
import { html, type Html } from "../http/html.ts";
import type { PageView, Visits } from "../world.ts";
import type { Hit } from "./serve-tags.ts";
import { VENDORS } from "./vendors.ts";

/** Something that happened during a page view. */
interface Moment {
  at: string;
  what: string;
  detail: string;
}

const nameOf = (id: string): string => VENDORS.find((vendor) => vendor.id === id)?.name ?? id;

function momentsBetween(from: string, to: string, hits: readonly Hit[], visits: Visits): Moment[] {
  const during = ({ at }: { at: string }): boolean => at >= from && at < to;
  const ran = hits.filter(during).map((hit) => ({
    at: hit.at,
    what: nameOf(hit.vendor),
    detail: `${hit.method} ${hit.host}${hit.path}`,
  }));
  const chosen = visits.privacyCalls
    .filter((call) => during(call) && call.method === "setTrackingConsent")
    .map((call) => ({ at: call.at, what: "Choice told to Shopify", detail: JSON.stringify(call.args) }));
  return [...ran, ...chosen].sort((a, b) => a.at.localeCompare(b.at));
}

function viewSection(view: PageView | undefined, moments: readonly Moment[], index: number): Html {
  const since = view === undefined ? 0 : Date.parse(view.at);
  const title =
    view === undefined
      ? "Before the first page view"
      : `${view.path} · ${view.region || "place unknown"} · ${view.locale}`;
  const id = `view-${String(index)}`;
  const rows = moments.map(
    (moment) =>
      html`<tr>
        <td>${view === undefined ? moment.at.slice(11, 23) : `+${String(Date.parse(moment.at) - since)} ms`}</td>
        <td>${moment.what}</td>
        <td>${moment.detail}</td>
      </tr>`,
  );
  const table = html`<div class="scroll" tabindex="0" role="region" aria-labelledby="${id}">
    <table>
      <thead>
        <tr>
          <th>When</th>
          <th>What</th>
          <th>Request</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
  return html`<h2 id="${id}">${title}</h2>
    ${
      view === undefined
        ? ""
        : html`<p>
            ${view.at.slice(11, 19)}, ${view.tags.length} tags in the theme:
            ${view.tags.map(nameOf).join(", ") || "none"}
          </p>`
    }
    ${moments.length === 0 ? html`<p>Nothing ran.</p>` : table}`;
}

/** What ran when, by page view, newest first. Requests are put to the page view before them. */
export function hitsPage(hits: readonly Hit[], visits: Visits): string {
  const views = visits.views.slice(-30);
  const starts = ["", ...views.map(({ at }) => at)];
  const sections = starts
    .map((from, index) => {
      const view = index === 0 ? undefined : views[index - 1];
      const moments = momentsBetween(from, starts[index + 1] ?? "9999", hits, visits);
      return view === undefined && moments.length === 0 ? html`` : viewSection(view, moments, index);
    })
    .toReversed();
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <link rel="icon" href="data:," />
        <title>Third-party tags · Stand-in</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <style>
          ${{ html: PAGE_CSS }}
        </style>
      </head>
      <body>
        <header>
          <h1>What ran when</h1>
          <p class="notice">Stand-in — not Shopify</p>
        </header>
        <main>${hits.length + views.length === 0 ? html`<p>Nobody has opened a page yet.</p>` : sections}</main>
      </body>
    </html>`.html;
}
