import { PAGE_CSS } from "../control/page-css.ts";
import { html } from "../http/html.ts";
import { readBody, sendHtml, sendJson, serve, type Listening } from "../http/serve.ts";

/** One request that a page made to a third party. */
interface Hit {
  at: string;
  /** The first part of the path: which "vendor" was called. */
  vendor: string;
  method: string;
  path: string;
  referer: string | null;
  bytes: number;
}

const PIXEL = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

function page(hits: readonly Hit[]): string {
  const rows = hits
    .toReversed()
    .slice(0, 200)
    .map(
      (hit) =>
        html`<tr>
          <td>${hit.at.slice(11, 23)}</td>
          <td>${hit.vendor}</td>
          <td>${hit.method}</td>
          <td>${hit.path}</td>
        </tr>`,
    );
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
          <h1>Third-party tags</h1>
          <p class="notice">Stand-in — not Shopify</p>
        </header>
        <main>
          <h2 id="hits">Requests received</h2>
          <div class="scroll" tabindex="0" role="region" aria-labelledby="hits">
            <table>
              <thead>
                <tr>
                  <th>Time</th>
                  <th>Vendor</th>
                  <th>Method</th>
                  <th>Path</th>
                </tr>
              </thead>
              <tbody>
                ${
                  rows.length === 0
                    ? html`<tr>
                        <td colspan="4">None.</td>
                      </tr>`
                    : rows
                }
              </tbody>
            </table>
          </div>
        </main>
      </body>
    </html>`.html;
}

/**
 * Hosts of third-party tags: every request is recorded (`/hits.json`, oldest first; `DELETE` empties it) and answered
 * with a script or a pixel, so that a page that runs tags before consent gives itself away.
 */
export async function serveTags(port: number): Promise<Listening> {
  let hits: Hit[] = [];
  return serve(port, async (request, response, url) => {
    response.setHeader("Access-Control-Allow-Origin", "*");
    if (url.pathname === "/") {
      sendHtml(response, page(hits));
      return;
    }
    if (url.pathname === "/hits.json") {
      if (request.method === "DELETE") hits = [];
      sendJson(response, hits);
      return;
    }
    const body = await readBody(request);
    hits.push({
      at: new Date().toISOString(),
      vendor: url.pathname.split("/")[1] ?? "",
      method: request.method ?? "GET",
      path: url.pathname + url.search,
      referer: request.headers.referer ?? null,
      bytes: body.length,
    });
    if (url.pathname.endsWith(".js")) {
      response.writeHead(200, { "Content-Type": "text/javascript" });
      response.end(`document.cookie = "_tag_${url.pathname.split("/")[1] ?? ""}=1; path=/";`);
      return;
    }
    response.writeHead(200, { "Content-Type": "image/gif", "Cache-Control": "no-store" });
    response.end(PIXEL);
  });
}
