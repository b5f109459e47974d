import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, setStage, type Stage } from "../for-tests.ts";
import { DEMO_SHOP } from "../world.ts";

const FIXTURE = fileURLToPath(new URL("./fixture-extension", import.meta.url));
const SCOPES = ["read_themes", "read_locales", "read_markets", "write_privacy_settings"];

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ small: true, extension: FIXTURE });
});
afterAll(async () => {
  await stage.close();
});

const open = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(stage.standin.urls.storefront + path, { headers, redirect: "manual" });
const html = async (path: string, headers: Record<string, string> = {}): Promise<string> =>
  (await open(path, headers)).text();
const all = (embeds: boolean) => ({ embeds: { first: embeds, last: embeds, "late-head": embeds } });

function setMetafield(value: unknown, key = "storefront") {
  const installation = ask(stage.standin, "{ currentAppInstallation { id } }").data?.["currentAppInstallation"];
  const { id } = installation as { id: string };
  return ask(
    stage.standin,
    `mutation ($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { metafields { key value } userErrors { code field } } }`,
    { variables: { m: [{ ownerId: id, namespace: "candor", key, type: "json", value }] } },
  ).data?.["metafieldsSet"] as { userErrors: { code: string }[] };
}

describe("pages", () => {
  it.each([
    ["/", "Made slowly, worn daily"],
    ["/collections/rings", "Hazel Signet Ring"],
    ["/products/letter-locket", "hidden hinge"],
    ["/search?q=pearl", "Tidal Pearl Strand"],
    ["/cart", "Nothing in it yet"],
    ["/policies/refund-policy", "Engraved pieces"],
    ["/pages/our-story", "Two benches"],
  ])("%s is rendered whole", async (path, words) => {
    const answer = await open(path);
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain(words);
    expect(page).not.toMatch(/translation missing|\{\{|\{%|standin:/i);
    expect(page.trim().endsWith("</html>")).toBe(true);
  });

  it("answers 404 with a page where there is none", async () => {
    const answer = await open("/products/no-such-thing");
    expect([answer.status, (await answer.text()).includes("no such page")]).toEqual([404, true]);
  });

  it("keeps what is put into the cart", async () => {
    const product = await html("/products/foundry-hoops");
    const variant = /<option value="(\d+)"/.exec(product)?.[1] ?? "";
    const added = await fetch(`${stage.standin.urls.storefront}/cart/add.js`, {
      method: "POST",
      body: new URLSearchParams({ id: variant, quantity: "2" }),
    });
    expect(await added.json()).toMatchObject({ item_count: 2, total_price: 24800 });
    const cart = await html("/cart", { Cookie: added.headers.get("set-cookie")?.split(";")[0] ?? "" });
    expect(cart).toContain("$248.00");
    const wrong = { method: "POST", body: new URLSearchParams({ id: "1" }) };
    expect((await fetch(`${stage.standin.urls.storefront}/cart/add`, wrong)).status).toBe(422);
  });

  it("has a theme of the usual weight, packed for browsers that take it", async () => {
    const css = await open("/cdn/shop/t/1/assets/theme.css", { "Accept-Encoding": "gzip" });
    expect(css.headers.get("content-encoding")).toBe("gzip");
    expect(css.headers.get("cache-control")).toContain("max-age=31536000");
    const { length } = await css.text();
    expect(length).toBeGreaterThan(40_000);
    expect(length).toBeLessThan(60_000);
    expect((await open("/cdn/shop/files/hero.svg")).headers.get("content-type")).toBe("image/svg+xml");
    expect((await open("/cdn/shop/t/1/assets/..%2f..%2fconfig%2fsettings_data.json")).status).toBe(404);
  });
});

describe("languages and places", () => {
  it("prints the language and its direction, from the address, its cookie, or the browser", async () => {
    expect(await html("/?locale=ar")).toContain('<html lang="ar" dir="rtl"');
    const [cookie = ""] = (await open("/?locale=he")).headers.getSetCookie();
    expect(await html("/", { Cookie: cookie.split(";")[0] ?? "" })).toContain('<html lang="he" dir="rtl"');
    expect(await html("/", { "Accept-Language": "de-CH" })).toContain('<html lang="de" dir="ltr"');
    expect(await html("/?locale=de")).toContain("Alle Stücke");
  });

  it("lets Liquid know the market, never the place", async () => {
    stage.standin.control.setStorefront(all(true));
    const pages = await Promise.all(["DE", "US-CA", "none"].map((region) => html(`/?region=${region}&locale=en`)));
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain('data-market="US"');
    expect(await html("/?country=DE")).toContain('data-market="DE"');
    // a country that no market has
    expect(await html("/?country=CN")).toContain('data-market="US"');
  });
});

describe("the extension", () => {
  it("is off until the merchant switches it on", async () => {
    stage.standin.control.setStorefront(all(false));
    expect(await html("/")).not.toContain("fixture-");
  });

  it("stands where its blocks' targets say", async () => {
    stage.standin.control.setStorefront(all(true));
    const page = await html("/");
    const at = (text: string): number => page.indexOf(text);
    const order = [
      "<head>",
      'id="fixture-settings"',
      "shopify.content_for_header.start",
      "Shopify.shop =",
      "last.js",
      "theme.css",
      'name="fixture-late"',
      "</head>",
      "</footer>",
      'id="fixture-last"',
      "</body>",
    ].map(at);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(page).toContain("shopify://apps/candor/blocks/first/77aa10bb-0000-4000-8000-0000000000f1");
    expect(page).toContain("<!-- BEGIN app snippet: fixture-texts -->");
  });

  it("gets the objects, and its settings with the schema's defaults", async () => {
    stage.standin.control.setStorefront({ ...all(true), embedSettings: { first: {} } });
    const page = await html("/products/letter-locket");
    for (const text of ['data-corner="left"', 'data-nothing=""', 'data-template="product"', 'data-accent="#7a2e3a"'])
      expect(page).toContain(text);
    expect(page).toContain(`data-shop="${DEMO_SHOP}"`);
    expect(page).toContain('data-missing="null"');
    stage.standin.control.setStorefront({ embedSettings: { first: { corner: "right" } } });
    expect(await html("/")).toContain('data-corner="right"');
  });

  it("speaks the page's language, the default one where a text is missing, and says when there is none", async () => {
    const page = await html("/?locale=de");
    expect(page).toContain("<b>Ihre Daten</b> <i>rich</i> 2 Dinge Translation missing: de.nowhere");
    expect(page).toContain("Hallo Rosewood Jewellery");
    expect(await html("/?locale=ja")).toContain("<b>Privacy &amp; &lt;you&gt;</b>");
  });

  it("serves its assets from an address that changes with them", async () => {
    const source = /src="(\/cdn\/extensions\/fixture-banner-[0-9a-f]{8}\/assets\/first\.js)"/.exec(
      await html("/"),
    )?.[1];
    const asset = await open(source ?? "", { "Accept-Encoding": "gzip" });
    expect(asset.headers.get("content-encoding")).toBe("gzip");
    expect(await asset.text()).toContain("dataset.fixture");
    const again = await open(source ?? "", { "If-None-Match": asset.headers.get("etag") ?? "" });
    expect(again.status).toBe(304);
    expect((await open("/cdn/extensions/fixture-banner/assets/none.js")).status).toBe(404);
  });

  it("puts app blocks on the page of choices", async () => {
    expect(await html("/pages/privacy-choices")).toContain('<h2 id="fixture-choices">Choices</h2>');
  });

  it("prints the app's metafields, and none after the app is gone", async () => {
    expect(setMetafield(JSON.stringify({ end: "</script>", n: 1 })).userErrors).toEqual([]);
    expect(await html("/")).toContain(String.raw`id="fixture-settings">{"end":"\u003c/script\u003e","n":1}</script>`);
    await stage.standin.control.uninstall();
    expect(await html("/")).not.toContain("fixture-settings");
    stage.standin.control.install();
    expect(await html("/")).toContain('id="fixture-settings">null</script>');
  });
});

interface File {
  body: { content: string };
}

describe("the Admin API's side", () => {
  it("refuses metafields that are no good, and then keeps none of them", () => {
    expect(setMetafield("{not json").userErrors).toMatchObject([{ code: "INVALID_VALUE" }]);
    expect(setMetafield(JSON.stringify("x".repeat(140_000))).userErrors).toMatchObject([{ code: "TOO_LONG" }]);
    expect(setMetafield("1", "k").userErrors).toMatchObject([{ code: "TOO_SHORT" }]);
    const stranger = { ownerId: "gid://shopify/AppInstallation/1", namespace: "candor", key: "storefront" };
    const refused = ask(
      stage.standin,
      `mutation ($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { userErrors { code } } }`,
      { variables: { m: [{ ...stranger, type: "json", value: "1" }] } },
    );
    expect(refused.data?.["metafieldsSet"]).toEqual({ userErrors: [{ code: "APP_NOT_AUTHORIZED" }] });
    const left = ask(
      stage.standin,
      `{ currentAppInstallation { metafield(namespace: "candor", key: "storefront") { value } } }`,
    );
    expect(left.data?.["currentAppInstallation"]).toEqual({ metafield: null });
  });

  const THEME = `{ themes(first: 1, roles: [MAIN]) { nodes { id name role files(first: 9, filenames: ["layout/theme.liquid", "config/settings_data.json", "lost.liquid"]) { nodes { filename size body { ... on OnlineStoreThemeFileBodyText { content } } } userErrors { filename code } } } } }`;

  it("gives the theme's files as they are, with tags and embeds, to those who may read them", () => {
    stage.standin.control.setStorefront({ ...all(true), tags: ["meta", "hotjar"], tagsAboveEmbed: true });
    const answer = ask(stage.standin, THEME, { scopes: SCOPES });
    expect(answer.errors).toBeUndefined();
    const { nodes } = answer.data?.["themes"] as { nodes: [{ files: { nodes: [File, File]; userErrors: unknown } }] };
    const { files } = nodes[0];
    const [settings, layout] = files.nodes.map(({ body }) => body.content);
    expect(files.userErrors).toEqual([{ filename: "lost.liquid", code: "NOT_FOUND" }]);
    const lines = layout?.split("\n") ?? [];
    const line = (text: string): number => lines.findIndex((one) => one.includes(text));
    expect(line("connect.facebook.net")).toBeGreaterThan(0);
    expect(line("static.hotjar.com")).toBeLessThan(line("content_for_header"));
    const { current } = JSON.parse(settings ?? "") as {
      current: { blocks: Record<string, { type: string; disabled: boolean }> };
    };
    expect(Object.values(current.blocks).map(({ disabled }) => disabled)).toEqual([false, false, false]);
    expect(ask(stage.standin, THEME, { scopes: [] }).errors?.[0]?.extensions?.["code"]).toBe("ACCESS_DENIED");
    stage.standin.control.setStorefront({ tags: "none", tagsAboveEmbed: false });
  });

  it("knows markets and languages", () => {
    const query = `{ markets(first: 5, type: REGION) { nodes { handle status conditions { regionsCondition { regions(first: 9) { nodes { ... on MarketRegionCountry { code } } } } } } } shopLocales(published: true) { locale primary } }`;
    const { data, errors } = ask(stage.standin, query, { scopes: SCOPES });
    expect(errors).toBeUndefined();
    expect(data?.["markets"]).toMatchObject({ nodes: [{ handle: "us", status: "ACTIVE" }, { handle: "europe" }, {}] });
    expect(JSON.stringify(data)).toContain('"code":"DE"');
    expect(data?.["shopLocales"]).toHaveLength(35);
  });

  const UPDATE = `mutation ($p: [ConsentPolicyInput!]!) { consentPolicyUpdate(consentPolicies: $p) { updatedPolicies { id regionCode } userErrors { code field } } }`;
  const update = (policies: object[]) =>
    ask(stage.standin, UPDATE, { scopes: SCOPES, variables: { p: policies } }).data?.["consentPolicyUpdate"];

  it("changes consent policies only once Shopify's own banner is off, and only for places that there are", () => {
    stage.standin.control.setStorefront({ shopifyBanner: true });
    const france = { countryCode: "FR", consentRequired: true };
    expect(update([france])).toMatchObject({ userErrors: [{ code: "SHOPIFY_COOKIE_BANNER_NOT_DISABLED" }] });
    ask(stage.standin, `mutation { privacyFeaturesDisable(featuresToDisable: [COOKIE_BANNER]) { featuresDisabled } }`, {
      scopes: SCOPES,
    });
    expect(update([france])).toMatchObject({ userErrors: [], updatedPolicies: [{ regionCode: null }] });
    const wrong = [
      {},
      { countryCode: "US" },
      { countryCode: "US", regionCode: "CA" },
      { countryCode: "US", regionCode: "USXX" },
    ].map((input) => (update([input]) as { userErrors: { code: string }[] }).userErrors[0]?.code);
    expect(wrong).toEqual([
      "COUNTRY_CODE_REQUIRED",
      "REGION_CODE_REQUIRED",
      "REGION_CODE_MUST_MATCH_COUNTRY_CODE",
      "UNSUPORTED_CONSENT_POLICY",
    ]);
  });

  it("lists every place, and allows everything where the merchant said nothing", () => {
    const query = `{ all: consentPolicy { id consentRequired } mine: consentPolicy(countryCode: US, regionCode: "USCA") { id dataSaleOptOutRequired } other: consentPolicy(countryCode: JP) { id consentRequired dataSaleOptOutRequired } consentPolicyRegions { countryCode regionCode } }`;
    const { data, errors } = ask(stage.standin, query, { scopes: ["read_privacy_settings"] });
    expect(errors).toBeUndefined();
    expect(data?.["all"]).toHaveLength((data?.["consentPolicyRegions"] as unknown[]).length);
    expect(data?.["mine"]).toMatchObject([{ dataSaleOptOutRequired: true }]);
    expect(data?.["other"]).toEqual([
      { id: "gid://shopify/ConsentPolicy/SD-JP", consentRequired: false, dataSaleOptOutRequired: false },
    ]);
  });
});
