import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { publicRegister } from "../../app/consent/public-register.ts";
import { storefrontSettings, USUAL_DECISIONS } from "../../app/consent/settings.ts";
import { stableJson } from "../../app/consent/stable-json.ts";
import { cookiesToDelete, hostsToHold, registerOf } from "../../app/register/register.ts";
import { VENDORS } from "../../app/register/vendors.ts";
import { readExtension } from "../../standin/storefront/extension.ts";
import { makeEngine, renderLiquid } from "../../standin/storefront/liquid.ts";
import type { Contestant } from "./contestants.ts";

/** The extension as it is built. */
export const EXTENSION = "extensions/consent-banner";
/** Where the app's proxy answers. */
export const PROXY = "/apps/privacy";
/** Services that the shop uses, so that the dialog has something to list. */
const USED = ["google-analytics", "google-ads", "meta", "klaviyo", "hotjar", "pinterest"];

/**
 * Candor's page: the embed and the footer link as Shopify would render them for a German market of a shop that decided
 * nothing, with every host that Candor knows. Reports of what ran, which one visit in twenty sends, are off.
 */
export async function candorPage(): Promise<Contestant> {
  const { blocks } = readExtension(EXTENSION);
  const engine = makeEngine({
    locales: `${EXTENSION}/locales`,
    snippet: (name) => readFileSync(join(EXTENSION, "snippets", `${name}.liquid`), "utf8"),
    assetUrl: (name) => `/candor/${name}`,
  });
  const globals = {
    app: { metafields: { candor: { storefront: { type: "json", value: settings() } } } },
    block: { settings: {}, shopify_attributes: "" },
    request: { locale: { iso_code: "en" }, page_type: "index" },
    localization: { country: { iso_code: "DE" } },
    template: { name: "index" },
  };
  const render = (name: string) => {
    const block = blocks.find((known) => known.name === name);
    if (!block) throw new Error(`The extension has no block ${name}.`);
    return renderLiquid(engine, block.source, {}, globals);
  };
  return {
    name: "candor",
    role: "candor",
    version: "this one",
    parts: { headFirst: await render("gate"), bodyEnd: await render("link") },
    find: {
      banner: ".cndr[data-show=banner]",
      accept: ".cndr[data-show=banner] [data-act=all]",
      reject: ".cndr[data-show=banner] [data-act=none]",
      manage: ".cndr[data-show=banner] [data-act=open]",
      dialog: "dialog.cndr-centre",
    },
    noJs: `a[href="${PROXY}/choices"]`,
    inlineConfig: /<script type="application\/json" id="cndr-settings">[^]*?<\/script>/,
    inlineCss: /<script type="text\/plain" id="cndr-look">[^]*?<\/script>/,
  };
}

/** What the app publishes for a new shop. */
function settings(): object {
  const made = storefrontSettings(
    { ...USUAL_DECISIONS, reportShare: 0 },
    {
      hosts: hostsToHold(VENDORS, []),
      cookies: cookiesToDelete(VENDORS, []),
      policyHash: "",
      proxy: PROXY,
      holdsMarkup: false,
    },
  );
  return { hash: createHash("sha256").update(stableJson(made)).digest("hex"), ...made };
}

/** What `{proxy}/register.json` answers: the dialog asks for it. */
export function candorRegister(): string {
  const decisions = USED.map((id) => ({ id, isUsed: true, needs: null, own: null }));
  return JSON.stringify(publicRegister(registerOf(VENDORS, decisions)));
}
