import { cutSections, POLICY_PARTS, type PolicyPart } from "./cut-sections.ts";
import { directionOf } from "./document/to-html.ts";
import { listVersions, readPolicy } from "./read-versions.server.ts";
import { POLICY_TEXTS, policyLanguage } from "./texts.ts";
import type { TextKey } from "./document/words.ts";
import { escapeHtml } from "../package/html.ts";
import { acceptedTags } from "../storefront-page/accepted-tags.ts";
import { storefrontPage } from "../storefront-page/storefront-page.ts";

/** A page for a shopper, with its status. */
interface Page {
  status: number;
  page: string;
}

/** The languages that a shopper wants, the most wanted first: the address, then the browser. */
function wantedLanguages(request: Request): string[] {
  const asked = new URL(request.url).searchParams.get("locale");
  const accepted = acceptedTags(request.headers.get("accept-language"));
  return [...(asked === null ? [] : [asked]), ...accepted].flatMap((tag) => policyLanguage(tag) ?? []);
}

const TITLES: Readonly<Record<PolicyPart, TextKey>> = {
  cookies: "title.cookies",
  short: "title.short",
  "opt-out": "california.do-not-sell",
};

/** The policy in force, or the version that the address names, in the shopper's language; or a part of it alone. */
export async function writePolicyPage(
  shop: string,
  { path, request, now, part }: { path: string; request: Request; now: Date; part?: PolicyPart },
): Promise<Page> {
  const wanted = wantedLanguages(request);
  const version = new URL(request.url).searchParams.get("version");
  const number = version !== null && /^\d{1,6}$/.test(version) ? Number(version) : null;
  const today = now.toISOString().slice(0, "YYYY-MM-DD".length);
  const policy = await readPolicy(shop, { number, today, wanted });
  if (!policy) return notThere(wanted[0] ?? "en", path);
  const { language, languages } = policy;
  const page = part === undefined ? `${path}/policy` : `${path}/policy/${part}`;
  const { title, html } = part === undefined ? policy : partOf(policy, part, `${path}/policy?locale=${language}`);
  const others = languages
    .filter((one) => one !== language)
    .map((one) => {
      const query = new URLSearchParams({ locale: one, ...(number !== null && { version: String(number) }) });
      const name = new Intl.DisplayNames(one, { type: "language" }).of(one) ?? one;
      return `<a href="${escapeHtml(`${page}?${query.toString()}`)}" hreflang="${one}" lang="${one}">${escapeHtml(name)}</a>`;
    });
  const choice =
    others.length === 0 ? "" : `<nav aria-label="${escapeHtml(title)}"><p>${others.join(" · ")}</p></nav>\n`;
  return {
    status: 200,
    page: storefrontPage({ language, direction: directionOf(language), title, body: `${choice}${html}` }),
  };
}

/** A part of a policy, with the way to the whole. */
function partOf(
  { language, title, html }: { language: string; title: string; html: string },
  part: PolicyPart,
  whole: string,
): { title: string; html: string } {
  const own = POLICY_TEXTS[language]?.[TITLES[part]] ?? title;
  const link = `<p><a href="${escapeHtml(whole)}">${escapeHtml(title)}</a></p>`;
  return { title: own, html: `${cutSections(html, POLICY_PARTS[part])}${link}` };
}

/** Every policy that was ever published. */
export async function writeVersionsPage(
  shop: string,
  { path, request }: { path: string; request: Request },
): Promise<Page> {
  const language = wantedLanguages(request)[0] ?? "en";
  const versions = await listVersions(shop);
  if (versions.length === 0) return notThere(language, path);
  const say = (key: TextKey) => POLICY_TEXTS[language]?.[key] ?? "";
  const days = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  const items = versions.map(({ number, effectiveOn }) => {
    const href = `${path}/policy?version=${number}&locale=${language}`;
    return `<li><a href="${escapeHtml(href)}">${escapeHtml(days.format(new Date(effectiveOn)))}</a> (${number})</li>`;
  });
  const body = `<ul>${items.join("\n")}</ul>\n<p><a href="${escapeHtml(path)}">${escapeHtml(say("title.rights"))}</a></p>`;
  const title = `${say("title.policy")}: ${say("changes.page-label")}`;
  return { status: 200, page: storefrontPage({ language, direction: directionOf(language), title, body }) };
}

/** A shopper who asks for what was never published is led to the page where they can ask the store. */
function notThere(language: string, path: string): Page {
  const say = (key: TextKey) => POLICY_TEXTS[language]?.[key] ?? "";
  const title = `404: ${say("title.policy")}`;
  const body = `<p><a href="${escapeHtml(path)}">${escapeHtml(say("title.rights"))}</a></p>`;
  return { status: 404, page: storefrontPage({ language, direction: directionOf(language), title, body }) };
}
