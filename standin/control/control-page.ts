import { identityOf } from "../graphql/objects/customer.ts";
import { html, type Html } from "../http/html.ts";
import { STAFF } from "../staff.ts";
import { DEMO_SHOP, shopFacts, shopState, type World } from "../world.ts";
import { form } from "./form.ts";
import { PAGE_CSS } from "./page-css.ts";
import { storefrontCards } from "./storefront-cards.ts";

const when = (iso: string): string => iso.replace("T", " ").slice(0, 19);

function customerSelect(world: World, shop: string, id: string): Html {
  const state = { shop: shopState(world, shop) };
  const options = shopFacts(world, shop).customers.map((customer) => {
    const who = identityOf(state, customer);
    const name = who.redacted ? "Erased customer" : `${who.first ?? ""} ${who.last ?? ""}`;
    return html`<option value="${String(customer.id)}">
      ${name} · ${customer.person.countryCode} · ${customer.orderCount} orders
    </option>`;
  });
  const guest = html`<option value="noemi.keller@beispiel.example">Guest, known by e-mail only</option>`;
  return html`<label for="${id}">Customer</label
    ><select id="${id}" name="customer">
      ${guest}${options}
    </select>`;
}

function merchantCards(world: World, shop: string): Html {
  const state = shopState(world, shop);
  const installed = state.installedAt !== null;
  return html`<section aria-labelledby="merchant">
    <h2 id="merchant">The merchant</h2>
    <div class="cards">
      <div class="card">
        <h3>Asks for a customer's data</h3>
        ${form("request-data", shop, customerSelect(world, shop, "ask"), "Request data")}
      </div>
      <div class="card">
        <h3>Erases a customer</h3>
        ${form(
          "erase-customer",
          shop,
          html`${customerSelect(world, shop, "erase")}<label for="when">When the app is told</label>
            <select id="when" name="when">
              <option value="now">At once</option>
              <option value="rule">By Shopify's rule: after 10 days, or 180 days after the last order</option>
            </select>`,
          "Erase",
        )}
      </div>
      <div class="card">
        <h3>${installed ? "Removes the app" : "Installs the app again"}</h3>
        <p>
          ${installed ? `Installed since ${when(state.installedAt ?? "")}` : `Removed on ${when(state.uninstalledAt ?? "")}`}
        </p>
        ${installed ? form("uninstall", shop, html``, "Uninstall") : form("install", shop, html``, "Install")}
      </div>
      <div class="card">
        <h3>Grants other scopes</h3>
        ${form(
          "update-scopes",
          shop,
          html`<label for="scopes">Scopes</label
            ><textarea id="scopes" name="scopes" rows="4">${state.scopes.join(", ")}</textarea>`,
          "Send scopes update",
        )}
      </div>
      <div class="card">
        <h3>Sits at the admin</h3>
        ${form(
          "staff",
          shop,
          html`<label for="staff">Staff member</label
            ><select id="staff" name="staff">
              ${STAFF.map(
                (staff) =>
                  html`<option value="${String(staff.id)}" ${staff.id === state.staff ? html`selected` : ""}>
                    ${staff.firstName} ${staff.lastName}${staff.mayErase ? "" : " (may not erase customers)"}
                  </option>`,
              )}
            </select>`,
          "Change",
        )}
      </div>
    </div>
  </section>`;
}

function shopifyCards(world: World, shop: string): Html {
  const pass = (hours: number, label: string): Html =>
    form("advance", shop, html`<input type="hidden" name="hours" value="${hours}" />`, label);
  return html`<section aria-labelledby="shopify">
    <h2 id="shopify">Shopify</h2>
    <div class="cards">
      <div class="card">
        <h3>Time passes</h3>
        <p>Stand-in time: <strong>${when(new Date(world.clock.now()).toISOString())}</strong></p>
        <div class="row">${pass(1, "An hour")}${pass(48, "48 hours")}${pass(240, "10 days")}</div>
      </div>
      <div class="card">
        <h3>Rate limit</h3>
        ${form(
          "throttle",
          shop,
          html`<label for="maximum">Bucket, points</label
            ><input id="maximum" name="maximum" type="number" value="${world.bucket.maximum}" />
            <label for="perSecond">Points a second</label
            ><input id="perSecond" name="perSecond" type="number" value="${world.bucket.perSecond}" />`,
          "Set",
        )}
      </div>
      <div class="card">
        <h3>Admin API misbehaves</h3>
        ${form(
          "faults",
          shop,
          html`<label for="apiDelay">Delay, ms</label
            ><input id="apiDelay" name="apiDelay" type="number" value="${world.faults.apiDelay}" />
            <label for="apiStatus">Status of failures</label
            ><input id="apiStatus" name="apiStatus" type="number" value="${world.faults.apiStatus}" />
            <label for="apiFailures">Fail the next</label
            ><input id="apiFailures" name="apiFailures" type="number" value="${world.faults.apiFailures}" />
            <label for="apiLies">Mutations that lie</label
            ><input id="apiLies" name="apiLies" value="${world.faults.apiLies.join(" ")}" />`,
          "Set",
        )}
      </div>
    </div>
  </section>`;
}

function waiting(world: World, shop: string): Html {
  const facts = shopFacts(world, shop);
  const planned = world.state.planned
    .filter((what) => what.shop === shop)
    .map((what) => html`<li>${what.topic}, try ${what.attempt + 1}, at ${when(new Date(what.at).toISOString())}</li>`);
  const erasures = shopState(world, shop)
    .erasures.filter((erasure) => erasure.status === "pending")
    .map((erasure) => {
      const person = facts.customerById(erasure.customer)?.person;
      return html`<li>
        Erasure of ${person?.first ?? ""} ${person?.last ?? ""}, at ${when(new Date(erasure.dueAt).toISOString())}
      </li>`;
    });
  const all = [...planned, ...erasures];
  return html`<section aria-labelledby="waiting">
    <h2 id="waiting">Waiting for its time</h2>
    ${
      all.length === 0
        ? html`<p>Nothing.</p>`
        : html`<ul>
            ${all}
          </ul>`
    }
  </section>`;
}

function log(world: World, shop: string): Html {
  const rows = world.state.log
    .filter((record) => record.shop === shop)
    .slice(-50)
    .toReversed()
    .map(
      (record) =>
        html`<tr>
          <td>${when(record.at)}</td>
          <td>${record.topic}</td>
          <td>${record.attempt + 1}</td>
          <td>
            <span class="badge ${record.outcome === "delivered" ? "good" : "bad"}"
              >${record.status === 0 ? "no answer" : record.status}</span
            >
          </td>
          <td>${record.milliseconds} ms</td>
          <td>${record.outcome}</td>
          <td><code>${record.eventId.slice(0, 8)}</code></td>
        </tr>`,
    );
  return html`<section aria-labelledby="log">
    <h2 id="log">Deliveries</h2>
    <div class="scroll" tabindex="0" role="group" aria-label="Table of deliveries">
      <table>
        <thead>
          <tr>
            <th>Time</th>
            <th>Topic</th>
            <th>Try</th>
            <th>Answer</th>
            <th>Took</th>
            <th>Outcome</th>
            <th>Event</th>
          </tr>
        </thead>
        <tbody>
          ${
            rows.length === 0
              ? html`<tr>
                  <td colspan="7">None yet.</td>
                </tr>`
              : rows
          }
        </tbody>
      </table>
    </div>
  </section>`;
}

/** The page of buttons for the developer. */
export function controlPage(world: World, shop: string): string {
  const handle = shop.split(".")[0] ?? "";
  const others = [...new Set([DEMO_SHOP, ...Object.keys(world.state.shops)])];
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <link rel="icon" href="data:," />
        <title>Control · Stand-in</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <style>
          ${{ html: PAGE_CSS }}
        </style>
      </head>
      <body>
        <header>
          <h1>Control</h1>
          <p class="notice">Stand-in — not Shopify</p>
          <nav aria-label="Places">
            <a href="/store/${handle}/apps/candor">Admin</a><a href="${world.urls.storefront}/">Storefront</a>
            <a href="${world.urls.mail}/">Mailbox</a><a href="${world.urls.tags}/">Third-party tags</a>
          </nav>
          <p>
            Shop:
            ${others.map((other) => html`<a href="/control?shop=${other}" ${other === shop ? html`aria-current="page"` : ""}>${other}</a> `)}
          </p>
        </header>
        <main>
          ${merchantCards(world, shop)}${storefrontCards(world, shop)}${shopifyCards(world, shop)}${waiting(world, shop)}${log(world, shop)}
        </main>
      </body>
    </html>`.html;
}
