import { existsSync, readFileSync } from "node:fs";
import { Drop, type Emitter, type Liquid, type TagToken, type Context as LiquidContext } from "liquidjs";
import { localAddresses } from "../tags/local-addresses.ts";
import { shopState, type World } from "../world.ts";
import { contentForHeader } from "./content-for-header.ts";
import { makeEngine, renderLiquid } from "./liquid.ts";
import { openExtension, type Installed } from "./render-extension.ts";
import { cartObject, COLLECTIONS, type Basket } from "./shop-objects.ts";
import { storefrontState } from "./storefront-state.ts";
import { choicesTemplate, layoutWith, THEME_FOLDER, themeSource } from "./theme-files.ts";
import type { Visitor } from "./visitor.ts";

/** A page to be rendered. */
export interface Page {
  /** Name of the template: "product", "page.privacy-choices". Without `content` it is a file of the theme. */
  template: string;
  title: string;
  path: string;
  /** Objects of this page alone: product, collection, search, … */
  objects?: object;
  /** Liquid instead of a template: policies, answers of the app proxy, fixtures. */
  content?: string;
}

/** What a page is rendered for. */
export interface Viewing {
  world: World;
  shop: string;
  visitor: Visitor;
  basket: Basket;
}

/** `template` prints its name and has parts. */
class TemplateObject extends Drop {
  readonly name: string;
  readonly suffix: string | null;
  constructor(template: string) {
    super();
    const [name = "", suffix = null] = template.split(".");
    this.name = name;
    this.suffix = suffix;
  }
  override valueOf(): string {
    return this.suffix === null ? this.name : `${this.name}.${this.suffix}`;
  }
}

const RIGHT_TO_LEFT = ["ar", "he"];

const names = new Map<string, object>();

/** A language in Liquid. Made once each: asking Intl for thirty-five names in their own language takes its time. */
function named(locale: string): object {
  const known = names.get(locale) ?? {
    iso_code: locale,
    name: new Intl.DisplayNames(["en"], { type: "language" }).of(locale),
    endonym_name: new Intl.DisplayNames([locale], { type: "language" }).of(locale),
    root_url: "/",
  };
  names.set(locale, known);
  return known;
}

function localization({ world, shop, visitor }: Viewing): object {
  const { markets, locales } = storefrontState(world, shop);
  const market = markets.find(({ countries }) => countries.includes(visitor.country));
  const country = (code: string): object => ({
    iso_code: code,
    name: new Intl.DisplayNames(["en"], { type: "region" }).of(code),
    currency: { iso_code: "USD", symbol: "$" },
  });
  return {
    country: country(visitor.country),
    language: named(visitor.locale),
    market: { handle: market?.handle ?? "" },
    available_countries: markets.filter(({ active }) => active).flatMap(({ countries }) => countries.map(country)),
    available_languages: locales.map(named),
  };
}

const ROUTES = {
  root_url: "/",
  cart_url: "/cart",
  cart_add_url: "/cart/add",
  cart_change_url: "/cart/change",
  search_url: "/search",
  all_products_collection_url: "/collections/all",
  collections_url: "/collections",
  account_url: "/account",
  account_login_url: "/account/login",
};

/** Everything that Liquid may know: never where the visitor is. */
function globalsOf(viewing: Viewing, page: Page): Record<string, unknown> {
  const { world, shop, visitor, basket } = viewing;
  const { name } = shopState(world, shop);
  const data = JSON.parse(themeSource("config/settings_data.json")) as { current: object };
  return {
    shop: {
      name,
      domain: shop,
      permanent_domain: shop,
      url: world.urls.storefront,
      currency: "USD",
      locale: storefrontState(world, shop).locales[0],
      privacy_policy: shopState(world, shop).policies["PRIVACY_POLICY"] ?? null,
      metafields: {},
    },
    request: {
      locale: { ...named(visitor.locale), primary: storefrontState(world, shop).locales[0] === visitor.locale },
      host: new URL(world.urls.storefront).host,
      path: page.path,
      page_type: page.template.split(".")[0],
      design_mode: false,
    },
    localization: localization(viewing),
    routes: ROUTES,
    template: new TemplateObject(page.template),
    settings: data.current,
    cart: cartObject(basket),
    customer: visitor.customer === "" ? null : { id: Number(visitor.customer) },
    collections_menu: COLLECTIONS,
    page_title: page.title,
    canonical_url: world.urls.storefront + page.path,
    text_direction: RIGHT_TO_LEFT.includes(visitor.locale) ? "rtl" : "ltr",
    ...page.objects,
  };
}

interface SectionPlan {
  type: string;
  settings?: Record<string, unknown>;
  blocks?: Record<string, { type: string; settings: Record<string, unknown> }>;
  block_order?: string[];
}

async function renderSection(
  engine: Liquid,
  plan: SectionPlan,
  id: string,
  context: { globals: object; installed: Installed },
): Promise<string> {
  const blocks: object[] = [];
  for (const block of (plan.block_order ?? []).map((key) => ({ key, ...plan.blocks?.[key] }))) {
    const name = /^shopify:\/\/apps\/[^/]+\/blocks\/([^/]+)\//.exec(block.type ?? "")?.[1] ?? "";
    const content = await context.installed.block(name, `${id}-${block.key}`, block.settings ?? {});
    blocks.push({ id: block.key, type: "@app", content });
  }
  // `{% render block %}` prints an app block; the engine knows only snippets
  const source = themeSource(`sections/${plan.type}.liquid`).replace(
    /\{%-?\s*render block\s*-?%\}/g,
    "{{ block.content }}",
  );
  const scope = { section: { id, settings: plan.settings ?? {}, blocks } };
  const content = await renderLiquid(engine, source, scope, context.globals);
  return `<section id="shopify-section-${id}" class="shopify-section">${content}</section>\n`;
}

async function contentOf(
  viewing: Viewing,
  page: Page,
  engine: Liquid,
  context: { globals: object; installed: Installed },
): Promise<string> {
  if (page.content !== undefined) return renderLiquid(engine, page.content, {}, context.globals);
  const isChoices = page.template === "page.privacy-choices";
  const source = isChoices ? choicesTemplate(viewing.world) : themeSource(`templates/${page.template}.json`);
  const plan = JSON.parse(source) as { sections: Record<string, SectionPlan>; order: string[] };
  const parts: string[] = [];
  for (const id of plan.order)
    parts.push(await renderSection(engine, plan.sections[id] ?? { type: id }, `template--${id}`, context));
  return parts.join("");
}

const assetUrl = (name: string): string => `/cdn/shop/t/1/assets/${name}`;

/** `{% section 'header' %}` */
function registerSection(engine: Liquid, context: { globals: object; installed: Installed }): void {
  engine.registerTag("section", {
    parse(token: TagToken) {
      this["sectionName"] = token.args.trim().replace(/['"]/g, "");
    },
    async render(_context: LiquidContext, emitter: Emitter) {
      const type = String(this["sectionName"]);
      emitter.write(await renderSection(engine, { type }, type, context));
    },
  });
}

/** The whole page, HTML. Throws what Liquid throws. */
export async function renderPage(viewing: Viewing, page: Page): Promise<string> {
  const { world, shop, visitor } = viewing;
  const globals = globalsOf(viewing, page);
  const installed = openExtension(world, shop, globals);
  const engine = makeEngine({
    locales: `${THEME_FOLDER}/locales`,
    snippet: (name) => {
      const file = `${THEME_FOLDER}/snippets/${name}.liquid`;
      return existsSync(file) ? readFileSync(file, "utf8") : undefined;
    },
    assetUrl,
  });
  const context = { globals, installed };
  registerSection(engine, context);
  const content = await contentOf(viewing, page, engine, context);
  const [head, body] = [await installed.embeds("head"), await installed.embeds("body")];
  const header = await contentForHeader(world, shop, visitor, installed);
  const layout = layoutWith(visitor.tags, storefrontState(world, shop).tagsAboveEmbed);
  const port = Number(new URL(world.urls.tags).port);
  const source = visitor.trueHosts ? layout : localAddresses(layout, port);
  const scope = { content_for_header: header, content_for_layout: content };
  const html = await renderLiquid(engine, source, scope, globals);
  return html.replace("</head>", () => `${head}</head>`).replace(/<\/body>(?![\s\S]*<\/body>)/, () => `${body}</body>`);
}
