import { escapeHtml } from "../package/html.ts";
import { cutSections, POLICY_PARTS } from "./cut-sections.ts";
import { directionOf } from "./document/to-html.ts";
import type { TextKey } from "./document/words.ts";
import { POLICY_TEXTS } from "./texts.ts";

/** Pages of a store that Candor can keep. */
export const SHOP_PAGES = ["cookies", "opt-out"] as const;
/** One of them. */
export type ShopPage = (typeof SHOP_PAGES)[number];

/** Where each stands below `/pages/`, unless something else stands there. */
export const PAGE_HANDLES: Readonly<Record<ShopPage, string>> = {
  cookies: "cookie-policy",
  "opt-out": "do-not-sell-or-share",
};

const TITLES: Readonly<Record<ShopPage, TextKey>> = { cookies: "title.cookies", "opt-out": "california.do-not-sell" };

/** A page as it is written into the store. `body`: HTML. */
export interface PageText {
  title: string;
  body: string;
}

/**
 * A page made of a published policy (as `policyHtml` writes it): its own words about cookies, or about advertising and
 * signals behind the way to say no (CCPA §1798.135(a)). `path`: where the app proxy answers on the storefront.
 */
export function pageText(page: ShopPage, policy: { language: string; html: string }, path: string): PageText {
  const { language, html } = policy;
  const say = (key: TextKey) => POLICY_TEXTS[language]?.[key] ?? POLICY_TEXTS["en"]?.[key] ?? "";
  const link = (to: string, label: string) =>
    `<p><a href="${escapeHtml(`${path}/${to}?locale=${language}`)}">${escapeHtml(label)}</a></p>`;
  const title = say(TITLES[page]);
  const first = page === "opt-out" ? link("choices", title) : "";
  const body = `${first}${cutSections(html, POLICY_PARTS[page])}${link("policy", say("title.policy"))}`;
  return { title, body: `<div lang="${language}" dir="${directionOf(language)}">${body}</div>` };
}
