import { html, type Html } from "../http/html.ts";
import { readExtension } from "../storefront/extension.ts";
import { hasShopifyBanner, storefrontState } from "../storefront/storefront-state.ts";
import { VENDORS } from "../tags/vendors.ts";
import type { World } from "../world.ts";
import { form } from "./form.ts";

function yesNo(name: string, label: string, isOn: boolean): Html {
  const option = (value: boolean, text: string): Html =>
    html`<option value="${String(value)}" ${value === isOn ? html`selected` : ""}>${text}</option>`;
  return html`<label for="${name}">${label}</label
    ><select id="${name}" name="${name}">
      ${option(true, "On")}${option(false, "Off")}
    </select>`;
}

function embedsCard(world: World, shop: string): Html {
  const { embeds } = storefrontState(world, shop);
  const blocks = readExtension(world.settings.extension).blocks.filter(({ schema }) => schema.target !== "section");
  const fields = blocks.map(({ name, schema }) =>
    yesNo(`embed:${name}`, `${name} (${schema.target})`, embeds[name]?.disabled === false),
  );
  return html`<div class="card">
    <h3>App embeds of the theme</h3>
    ${blocks.length === 0 ? html`<p>The app's extension has none.</p>` : form("storefront", shop, html`${fields}`, "Save")}
  </div>`;
}

function tagsCard(world: World, shop: string): Html {
  const { tags, tagsAboveEmbed } = storefrontState(world, shop);
  return html`<div class="card">
    <h3>Tags pasted into theme.liquid</h3>
    ${form(
      "storefront",
      shop,
      html`<label for="tags">Names, "all" or "none"</label
        ><textarea id="tags" name="tags" rows="4">${tags.length === 0 ? "none" : tags.join(", ")}</textarea>${yesNo(
          "tagsAboveEmbed",
          "Above the app embed",
          tagsAboveEmbed,
        )}
        <p>There are: ${VENDORS.map(({ id }) => id).join(", ")}</p>`,
      "Save",
    )}
  </div>`;
}

function privacyCard(world: World, shop: string): Html {
  const { privacyDelay, privacyApi, consentFailures } = world.faults;
  const option = (value: string): Html =>
    html`<option value="${value}" ${value === privacyApi ? html`selected` : ""}>${value}</option>`;
  return html`<div class="card">
    <h3>Customer Privacy API</h3>
    ${form("storefront", shop, yesNo("shopifyBanner", "Shopify's own banner", hasShopifyBanner(world, shop)), "Save")}
    ${form(
      "faults",
      shop,
      html`<label for="privacyDelay">Comes after, ms</label
        ><input id="privacyDelay" name="privacyDelay" type="number" value="${privacyDelay}" />
        <label for="privacyApi">Its script</label
        ><select id="privacyApi" name="privacyApi">
          ${["ok", "never", "error"].map(option)}
        </select>
        <label for="consentFailures">Fail the next setTrackingConsent</label
        ><input id="consentFailures" name="consentFailures" type="number" value="${consentFailures}" />`,
      "Set",
    )}
  </div>`;
}

function visitCard(world: World): Html {
  const links = ["DE", "US-CA", "US-TX", "CA-QC", "BR", "JP", "none"].map(
    (region) => html`<li><a href="${world.urls.storefront}/?region=${region}">As from ${region}</a></li>`,
  );
  const languages = ["en", "de", "ar", "ja"].map(
    (locale) => html`<li><a href="${world.urls.storefront}/?locale=${locale}">In ${locale}</a></li>`,
  );
  return html`<div class="card">
    <h3>Visits</h3>
    <ul>
      ${links}${languages}
      <li><a href="${world.urls.tags}/">What ran when</a></li>
    </ul>
  </div>`;
}

/** What can be set up about the storefront. */
export function storefrontCards(world: World, shop: string): Html {
  return html`<section aria-labelledby="storefront">
    <h2 id="storefront">The storefront</h2>
    <div class="cards">
      ${embedsCard(world, shop)}${tagsCard(world, shop)}${privacyCard(world, shop)}${visitCard(world)}
    </div>
  </section>`;
}
