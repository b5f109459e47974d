import { readFileSync } from "node:fs";
import { Liquid, type Template } from "liquidjs";
import { bannerTexts, EXTENSION, textAt } from "./banner-texts.server.ts";
import { previewPage, scriptJson, type PreviewVisitor } from "./preview-page.ts";
import { makeSettings } from "./publish-settings.server.ts";
import { publicRegister } from "./public-register.ts";
import { readRegister } from "../register/store-register.server.ts";
import type { ConsentDecisions } from "./settings.ts";
import type { StorefrontSettings, Wording } from "./storefront-settings.ts";

/** Where this app serves the extension's assets for the preview; at Shopify a CDN does. */
const ASSETS = "/banner";

interface Embed {
  template: Template[];
  engine: Liquid;
}

let loaded: Embed | undefined;

/** The languages of the banner, BCP 47, English first. */
export function bannerLanguages(): string[] {
  return [...bannerTexts().keys()].sort(
    (one, other) => Number(other === "en") - Number(one === "en") || (one < other ? -1 : 1),
  );
}

/** A page with the banner that these decisions make, for one visitor. They must have passed `checkDecisions`. */
export async function writePreview(
  shop: string,
  decisions: ConsentDecisions,
  visitor: PreviewVisitor,
): Promise<string> {
  const [{ value }, register] = await Promise.all([makeSettings(shop, decisions), readRegister(shop)]);
  // a preview reports nothing
  const settings = { ...(JSON.parse(value) as StorefrontSettings), reportShare: 0 };
  const head = await render(settings, visitor);
  const wordings = decisions.variants.length;
  return previewPage({ visitor, wordings, embed: head, register: publicRegister(register), proxy: settings.proxy });
}

/** What each wording of the question says, in English. */
export function wordingTexts(): { wording: Wording; title: string; text: string }[] {
  const english = bannerTexts().get("en")?.texts;
  const say = (key: string) => textAt(english, key) ?? "";
  return [
    { wording: "statement", title: say("banner.title"), text: say("banner.text") },
    { wording: "question", title: say("banner.title_question"), text: say("banner.text_question") },
  ];
}

async function render(settings: StorefrontSettings, { region, language }: PreviewVisitor): Promise<string> {
  const { template, engine } = embed();
  const scope = {
    app: { metafields: { candor: { storefront: { value: settings } } } },
    localization: { country: { iso_code: region.slice(0, 2) } },
    request: { page_type: "index" },
    template: { name: "index" },
  };
  return String(await engine.render(template, scope, { globals: { language } }));
}

/** The embed's Liquid, read once: it changes only with a deployment. */
function embed(): Embed {
  if (loaded) return loaded;
  const texts = bannerTexts();
  const engine = new Liquid({ root: `${EXTENSION}/snippets`, extname: ".liquid" });
  engine.registerFilter("json", scriptJson);
  engine.registerFilter("asset_url", (name: string) => `${ASSETS}/${name}`);
  engine.registerFilter("t", function (key: string) {
    const language = String(this.context.globals["language" as keyof object]);
    return textAt(texts.get(language)?.texts, key) ?? textAt(texts.get("en")?.texts, key) ?? "";
  });
  const source = readFileSync(`${EXTENSION}/blocks/gate.liquid`, "utf8");
  const template = engine.parse(source.replace(/\{%-?\s*schema\s*-?%\}[\s\S]*?\{%-?\s*endschema\s*-?%\}/, ""));
  return (loaded = { template, engine });
}
