import { consentRule } from "../law/consent-rules.ts";
import type { PublicRegister } from "./public-register.ts";
import { PLACE_COOKIE, writePlace } from "./told-place.ts";

/** Who visits the page of the preview. */
export interface PreviewVisitor {
  /** ISO 3166-1 or 3166-2; "" for a place that nobody knows. */
  region: string;
  /** BCP 47, one of the banner's languages. */
  language: string;
  /** Global Privacy Control. */
  signal: boolean;
  /** Which of the compared wordings is shown: its place in the list. */
  wording: number;
}

/** What stands in the page. */
export interface PreviewParts {
  visitor: PreviewVisitor;
  /** How many wordings are compared; 0 for none. */
  wordings: number;
  /** What the storefront's embed prints into the head, as HTML. */
  embed: string;
  register: PublicRegister;
  /** Where the storefront's app proxy answers. */
  proxy: string;
}

/** Data in a script: nothing in it ends the script. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * The browser and the Shopify of the preview's visitor. The frame has no origin, and so no cookies and no storage: they
 * live in its memory, and each preview is a first visit. Nothing is sent anywhere.
 */
const VISITOR_SCRIPT = `(({ place, code, signal, register, proxy }) => {
  const put = (owner, name, look) => Object.defineProperty(owner, name, { configurable: true, ...look });
  const jar = new Map(place);
  put(document, "cookie", {
    get: () => [...jar].map((pair) => pair.join("=")).join("; "),
    set: (text) => {
      const [name, value] = text.split(";")[0].split(/=(.*)/s);
      if (/max-age=0/.test(text)) jar.delete(name); else jar.set(name, value);
    },
  });
  for (const name of ["sessionStorage", "localStorage"]) {
    const kept = new Map();
    put(window, name, { value: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    } });
  }
  put(navigator, "globalPrivacyControl", { value: signal });
  put(navigator, "sendBeacon", { value: () => true });
  const answer = (body) => Promise.resolve(new Response(JSON.stringify(body), { headers: { "Content-Type": "application/json" } }));
  window.fetch = (url) => (String(url).startsWith(proxy + "/register.json") ? answer(register) : Promise.reject(new TypeError("This is a preview.")));
  const consent = {};
  window.Shopify = {
    customerPrivacy: {
      getRegion: () => code,
      currentVisitorConsent: () => consent,
      setTrackingConsent: (flags, done) => {
        for (const name in flags) consent[name] = flags[name] ? "yes" : "no";
        done();
      },
    },
    loadFeatures: (features, done) => done(),
  };
  addEventListener("click", (event) => {
    if (event.target.closest("a[href]")) event.preventDefault();
  }, true);
})`;

const STYLE = `*{box-sizing:border-box}body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#1f2328;background:#fff}
header{display:flex;justify-content:space-between;gap:1rem;padding:1.25rem 5vw;border-bottom:1px solid #e3e3e3}
.page{padding:2rem 5vw}h1{font-size:1.75rem;margin:0 0 .5rem}p{max-width:40rem}
ul{list-style:none;margin:2rem 0 0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:1.25rem}
li div{aspect-ratio:1;border-radius:8px;background:linear-gradient(135deg,#ece7df,#d8d0c4)}li span{display:block;margin-top:.5rem;font-size:.875rem}`;

const GOODS = ["Signet ring", "Hoop earrings", "Chain necklace", "Cuff bracelet", "Pearl studs", "Silver band"];

/** A page of a store with the real embed in it, for one visitor, as one HTML document. */
export function previewPage({ visitor, wordings, embed, register, proxy }: PreviewParts): string {
  const { region, language, signal, wording } = visitor;
  const { model, months } = consentRule(region);
  // the place is known from the first moment, as for a shopper on their second page
  // any number that leaves the wording's place when it is divided
  const pick = wordings === 0 ? 0 : wordings + wording;
  const place = region === "" ? [] : [[PLACE_COOKIE, writePlace({ region, model, months, pick })]];
  const facts = { place, code: region.replace("-", ""), signal, register, proxy };
  const isRtl = /^(ar|he)\b/.test(language);
  return `<!doctype html><html lang="${language}" dir="${isRtl ? "rtl" : "ltr"}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>Preview</title>
<script>${VISITOR_SCRIPT}(${scriptJson(facts)})</script><style>${STYLE}</style>
${embed}</head><body><header lang="en" dir="ltr"><strong>Your store</strong><span>Cart (0)</span></header>
<main class="page" lang="en" dir="ltr" aria-label="A page of your store"><h1>New this week</h1><p>A page as your shoppers know it, so that you see the banner on it.</p>
<ul>${GOODS.map((name) => `<li><div></div><span>${name}</span></li>`).join("")}</ul></main></body></html>`;
}
