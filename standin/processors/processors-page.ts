import { PAGE_CSS } from "../control/page-css.ts";
import { html, type Html } from "../http/html.ts";
import type { Contact } from "./contact.ts";
import { MOODS } from "./mood.ts";
import { PROCESSOR_NAMES, type ProcessorName, type Processors } from "./processors.ts";

const marksOf = ({ marks, email_ok: mail, sms_ok: sms }: Contact): string =>
  [
    mail ? "" : "no e-mail",
    sms ? "" : "no SMS",
    ...Object.entries(marks).map(([name, value]) => `${name}: ${String(value)}`),
  ]
    .filter(Boolean)
    .join(", ");

function contactsTable(id: string, contacts: readonly Contact[]): Html {
  const rows = contacts.map(
    (one) =>
      html`<tr>
        <td>${one.email ?? ""}</td>
        <td dir="auto">${[one.firstName, one.lastName].filter(Boolean).join(" ")}</td>
        <td>${one.phone ?? ""}</td>
        <td>${marksOf(one)}</td>
      </tr>`,
  );
  return html`<details>
    <summary>${contacts.length} people</summary>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="${id}">
      <table>
        <thead>
          <tr>
            <th>E-mail</th>
            <th>Name</th>
            <th>Telephone</th>
            <th>Marks</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  </details>`;
}

function section(processors: Processors, name: ProcessorName): Html {
  const { contacts, leaving, mood } = processors[name];
  const options = MOODS.map((one) => ({
    html: `<option value="${one}"${one === mood.name ? " selected" : ""}>${one}</option>`,
  }));
  const taken = name === "google" ? html`<p>Deletions taken: ${processors.google.taken.length}</p>` : html``;
  return html`<section class="card" aria-labelledby="${name}">
    <h3 id="${name}">${PROCESSOR_NAMES[name]}</h3>
    <form method="post" action="/mood">
      <input type="hidden" name="processor" value="${name}" />
      <label for="${name}-mood">It behaves</label>
      <select id="${name}-mood" name="mood">
        ${options}
      </select>
      <button>Change</button>
    </form>
    ${leaving.length === 0 ? html`` : html`<p>On their way out: ${leaving.length}</p>`} ${taken}
    ${contactsTable(name, contacts)}
  </section>`;
}

/** Who is stored at each processor, and how it behaves. */
export function processorsPage(processors: Processors): string {
  const names = Object.keys(PROCESSOR_NAMES) as ProcessorName[];
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <link rel="icon" href="data:," />
        <title>Processors · Stand-in</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <style>
          ${{ html: PAGE_CSS }}
        </style>
      </head>
      <body>
        <header>
          <h1>Processors</h1>
          <p class="notice">Stand-in — other companies that hold the customers of the shop</p>
        </header>
        <main>
          <h2>Who is stored where</h2>
          ${names.map((name) => section(processors, name))}
        </main>
      </body>
    </html>`.html;
}
