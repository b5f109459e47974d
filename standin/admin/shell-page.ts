import { html, type Html } from "../http/html.ts";
import { jsonForScript } from "../http/json-for-script.ts";
import { staffMember } from "../staff.ts";
import { shopState, type World } from "../world.ts";
import { SHELL_CSS } from "./shell-css.ts";

const handleOf = (shop: string): string => shop.split(".")[0] ?? "";

/** Where the app lives in the admin, without a slash at the end. */
export const shellBase = (shop: string): string => `/store/${handleOf(shop)}/apps/candor`;

function page(world: World, shop: string, main: Html, script: Html): string {
  const state = shopState(world, shop);
  const staff = staffMember(state.staff);
  const initials = staff.firstName.slice(0, 1) + staff.lastName.slice(0, 1);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <link rel="icon" href="data:," />
        <title>${world.app.name} · Stand-in</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <style>
          ${{ html: SHELL_CSS }}
        </style>
      </head>
      <body>
        <header>
          <button id="menu" type="button" aria-expanded="false" aria-controls="sidebar">Menu</button>
          <span class="notice">Stand-in — not Shopify</span>
          <a class="control" href="/control?shop=${shop}">Control</a>
          <div class="shop">
            <span class="name">${state.name} · ${staff.firstName} ${staff.lastName}</span
            ><span class="avatar" aria-hidden="true">${initials}</span>
          </div>
        </header>
        <nav id="sidebar" aria-label="Admin">
          <h2>Apps</h2>
          <ul>
            <li>
              <a class="app" id="home" href="${shellBase(shop)}">${world.app.name}</a>
              <ul id="nav"></ul>
            </li>
          </ul>
          <div class="tools">
            <h2>Stand-in</h2>
            <ul>
              <li><a href="/control?shop=${shop}">Control</a></li>
              <li><a href="${world.urls.storefront}/">Storefront</a></li>
              <li><a href="${world.urls.mail}/">Mailbox</a></li>
            </ul>
          </div>
        </nav>
        ${main}${script}
      </body>
    </html>`.html;
}

/** The admin with the app in its frame. `source` is the signed address of the app's page. */
export function shellPage(world: World, shop: string, source: string): string {
  const settings = {
    appOrigin: new URL(world.urls.app).origin,
    shop,
    base: shellBase(shop),
    scopes: shopState(world, shop).scopes,
  };
  const main = html`<main aria-label="${world.app.name} in the admin">
      <div class="titlebar">
        <h1 id="title">${world.app.name}</h1>
        <div id="actions"></div>
      </div>
      <iframe id="app" name="app-iframe" title="${world.app.name}" src="${source}" allow="clipboard-write"></iframe>
      <div id="loading" hidden></div>
    </main>
    <div id="savebar" role="region" aria-label="Unsaved changes" hidden>
      <span>Unsaved changes</span><span id="savebar-buttons"></span>
    </div>
    <div role="status" aria-live="polite"><div id="toast" hidden></div></div>`;
  const script = html`<script type="application/json" id="settings">
      ${{ html: jsonForScript(settings) }}
    </script>
    <script src="/standin/shell.js"></script>`;
  return page(world, shop, main, script);
}

/** What the merchant sees while the app is not installed. */
export function installPage(world: World, shop: string): string {
  const scopes = world.app.scopes.map((scope) => html`<li><code>${scope}</code></li>`);
  const main = html`<main aria-label="${world.app.name} in the admin">
    <div class="install">
      <h1>Install ${world.app.name}</h1>
      <p>${shop} has not installed this app. It asks for:</p>
      <ul>
        ${scopes}
      </ul>
      <form method="post" action="/install">
        <input type="hidden" name="shop" value="${shop}" /> <button class="primary">Install</button>
      </form>
    </div>
  </main>`;
  return page(world, shop, main, html``);
}
