import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { Liquid, type Template } from "liquidjs";
import { previewPage, scriptJson, type PreviewVisitor } from "./preview-page.ts";
import { makeSettings } from "./publish-settings.server.ts";
import { publicRegister } from "./public-register.ts";
import { readRegister } from "../register/store-register.server.ts";
import type { ConsentDecisions } from "./settings.ts";
import type { StorefrontSettings } from "./storefront-settings.ts";

/** The theme app extension, as it is deployed to Shopify. */
const FOLDER = "extensions/consent-banner";
/** Where this app serves the extension's assets for the preview; at Shopify a CDN does. */
const ASSETS = "/banner";

type Texts = Readonly<Record<string, unknown>>;

interface Embed {
  template: Template[];
  engine: Liquid;
  /** By language, BCP 47. */
  texts: ReadonlyMap<string, Texts>;
}

let loaded: Embed | undefined;

/** The languages of the banner, BCP 47, English first. */
export function bannerLanguages(): string[] {
  return [...embed().texts.keys()].sort(
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
  return previewPage({ visitor, embed: head, register: publicRegister(register), proxy: settings.proxy });
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

/** The embed's Liquid and texts, read once: they change only with a deployment. */
function embed(): Embed {
  if (loaded) return loaded;
  const texts = readTexts();
  const engine = new Liquid({ root: `${FOLDER}/snippets`, extname: ".liquid" });
  engine.registerFilter("json", scriptJson);
  engine.registerFilter("asset_url", (name: string) => `${ASSETS}/${name}`);
  engine.registerFilter("t", function (key: string) {
    const language = String(this.context.globals["language" as keyof object]);
    return textAt(texts.get(language), key) ?? textAt(texts.get("en"), key) ?? "";
  });
  const source = readFileSync(`${FOLDER}/blocks/gate.liquid`, "utf8");
  const template = engine.parse(source.replace(/\{%-?\s*schema\s*-?%\}[\s\S]*?\{%-?\s*endschema\s*-?%\}/, ""));
  return (loaded = { template, engine, texts });
}

function readTexts(): Map<string, Texts> {
  const files = globSync(`${FOLDER}/locales/*.json`).filter((file) => !file.endsWith(".schema.json"));
  return new Map(
    files.sort().map((file) => {
      const language = basename(file).replace(/(\.default)?\.json$/, "");
      return [language, { ...(JSON.parse(readFileSync(file, "utf8")) as Texts), language }];
    }),
  );
}

function textAt(texts: Texts | undefined, key: string): string | undefined {
  const found = key.split(".").reduce<unknown>((at, name) => (at as Texts | undefined)?.[name], texts);
  return typeof found === "string" ? found : undefined;
}
