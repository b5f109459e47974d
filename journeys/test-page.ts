/** A page of a shop with the storefront blocks in it, and hosts of tags beside it. Not Shopify: see standin/ for that. */
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Liquid } from "liquidjs";
import { googleNeeds } from "../app/consent/google-signals.ts";
import type { StorefrontSettings } from "../app/consent/storefront-settings.ts";

const FOLDER = "extensions/consent-banner";

/** A page: what stands in its head after the gate, what in its body, and how it is served. */
export interface TestPage {
  head?: string;
  body?: string;
  csp?: string;
  /** The place that the Customer Privacy API tells, "USCA"; "" when the API never comes. */
  place?: string;
  /** The country of the market. */
  market?: string;
  language?: string;
  settings?: Partial<StorefrontSettings>;
  /** Blocks beside the gate. */
  blocks?: string[];
}

export interface TestShop {
  /** Address of a page. */
  page: (page: TestPage) => string;
  /** Address of something at a tag host: "ads" needs marketing, "stats" analytics, "free" nothing. */
  tag: (host: string, path: string) => string;
  /** What tag hosts were asked, "host/path", in order. */
  hits: string[];
  /** What the app's proxy was sent. */
  sent: { path: string; body: unknown }[];
  close: () => Promise<void>;
}

export const SETTINGS: StorefrontSettings = {
  hash: "ab".repeat(32),
  terms: { policy: 1, changes: [], offered: 15, honoursNoTrack: false, forMinors: false },
  policyHash: "",
  hosts: " ads.localhost=4 stats.localhost=2 ",
  cookies: " _ad=4 _st_*=2 ",
  google: {
    mode: "basic",
    needs: googleNeeds(15),
    consent: { wait_for_update: 500 },
    set: { ads_data_redaction: true, url_passthrough: false },
  },
  look: {
    layout: "bar",
    background: "#ffffff",
    text: "#1a1a1a",
    button: "#1a1a1a",
    buttonText: "#ffffff",
    radius: 8,
    font: "",
  },
  reopen: "off",
  policyUrl: "/policies/privacy-policy",
  proxy: "/apps/privacy",
  reportShare: 0,
  holdsMarkup: true,
  variants: [],
};

/** Stands where Shopify's script stands: tells the place late, keeps what it is told in memory and a cookie. */
const PRIVACY_API = `window.calls = [];
window.Shopify = { loadFeatures(_features, done) { setTimeout(() => {
  const kept = () => JSON.parse(decodeURIComponent((/_tracking_consent=([^;]*)/.exec(document.cookie) || [])[1] || "{}"));
  window.Shopify.customerPrivacy = {
    getRegion: () => PLACE,
    currentVisitorConsent: kept,
    setTrackingConsent(flags, told) { window.calls.push(flags);
      const said = Object.fromEntries(Object.entries(flags).map(([k, v]) => [k, v ? "yes" : "no"]));
      document.cookie = "_tracking_consent=" + encodeURIComponent(JSON.stringify(said)) + ";path=/";
      document.dispatchEvent(new CustomEvent("visitorConsentCollected", { detail: { preferencesAllowed: flags.preferences,
        analyticsAllowed: flags.analytics, marketingAllowed: flags.marketing, saleOfDataAllowed: flags.sale_of_data } }));
      setTimeout(told); } };
  done(); }, 60); } };`;

function liquid(language: string): Liquid {
  const file = language === "en" ? "en.default" : language;
  const texts = JSON.parse(readFileSync(`${FOLDER}/locales/${file}.json`, "utf8")) as Record<string, unknown>;
  const engine = new Liquid({ root: [`${FOLDER}/blocks`], partials: [`${FOLDER}/snippets`], extname: ".liquid" });
  const find = (key: string) =>
    key.split(".").reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], texts);
  engine.registerFilter("t", (key: string) => String(find(key)));
  engine.registerFilter("asset_url", (name: string) => `/assets/${name}`);
  engine.registerFilter("json", (value: unknown) => JSON.stringify(value ?? null).replace(/</g, "\\u003c"));
  engine.registerTag("schema", {
    parse(_token, rest) {
      while (rest.shift()?.getText() !== "{% endschema %}");
    },
    render: () => "",
  });
  return engine;
}

const PLAIN = { language: "en", market: "DE", settings: {}, head: "", body: "", place: "", blocks: [] as string[] };

function render(page: TestPage): string {
  const { language, market, settings, head, body, place, blocks } = { ...PLAIN, ...page };
  const engine = liquid(language);
  const scope = {
    app: { metafields: { candor: { storefront: { value: { ...SETTINGS, ...settings } } } } },
    localization: { country: { iso_code: market } },
    request: { locale: { iso_code: language }, page_type: "index" },
    template: { name: "index" },
    block: { settings: {}, shopify_attributes: "" },
  };
  const block = (name: string) =>
    String(engine.parseAndRenderSync(readFileSync(`${FOLDER}/blocks/${name}.liquid`, "utf8"), scope));
  const pages = blocks.some((name) => name === "choices" || name === "table");
  return `<!doctype html><html lang="${language}"${language === "ar" ? ' dir="rtl"' : ""}><head><meta charset="utf-8"><title>Shop</title><meta name="viewport" content="width=device-width">
<link rel="icon" href="/icon">${block("gate")}${place ? `<script src="/api.js?${place}"></script>` : ""}${head}</head><body><main><h1>Rings</h1>${body}</main>${blocks.map(block).join("")}${pages ? '<script src="/assets/page.js" async></script>' : ""}</body></html>`;
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text === "" ? null : (JSON.parse(text) as unknown);
}

/** Starts a shop on loopback. */
export async function openTestShop(): Promise<TestShop> {
  const pages: TestPage[] = [];
  const hits: string[] = [];
  const sent: TestShop["sent"] = [];
  const own = async (url: URL, request: IncomingMessage, response: ServerResponse) => {
    const answer = (type: string, text: string, headers: Record<string, string> = {}) =>
      response.writeHead(200, { "content-type": type, ...headers }).end(text);
    if (url.pathname.startsWith("/assets/"))
      return answer("text/javascript", readFileSync(FOLDER + url.pathname, "utf8"));
    if (url.pathname === "/icon") return response.writeHead(204).end();
    if (url.pathname === "/api.js")
      return answer("text/javascript", PRIVACY_API.replace("PLACE", `"${url.search.slice(1)}"`));
    if (url.pathname === "/apps/privacy/register.json")
      return answer(
        "application/json",
        JSON.stringify({
          marketing: [{ name: "Ads", company: "Ads Inc", privacyUrl: "https://ads.localhost/", cookies: { _ad: 90 } }],
          analytics: [{ name: "Stats", cookies: { "_st_*": 730 } }],
        }),
      );
    if (request.method === "POST") {
      sent.push({ path: url.pathname, body: await readBody(request) });
      return response.writeHead(204).end();
    }
    const page = pages[Number(url.pathname.slice(1))] ?? {};
    return answer("text/html", render(page), page.csp ? { "content-security-policy": page.csp } : {});
  };
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", `http://${request.headers.host ?? ""}`);
    if (url.hostname === "shop.localhost") {
      void own(url, request, response);
      return;
    }
    hits.push(url.hostname.replace(".localhost", "") + url.pathname);
    const type = url.pathname.endsWith(".js") ? "text/javascript" : "text/html";
    response.writeHead(200, { "content-type": type, "access-control-allow-origin": "*" });
    response.end(type === "text/javascript" ? `(window.ran=window.ran||[]).push(${JSON.stringify(url.pathname)})` : "");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const port = String((server.address() as AddressInfo).port);
  return {
    page: (page) => `http://shop.localhost:${port}/${String(pages.push(page) - 1)}`,
    tag: (host, path) => `http://${host}.localhost:${port}/${path}`,
    hits,
    sent,
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
        server.closeAllConnections();
      }),
  };
}
