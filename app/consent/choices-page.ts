import { PURPOSES, type Purpose } from "../law/purposes.ts";
import { escapeHtml } from "../package/html.ts";
import { storefrontPage } from "../storefront-page/storefront-page.ts";
import { PURPOSE_WORDS } from "./purpose-words.ts";
import { receiptForm, receiptHtml, type ShownReceipt } from "./receipt-html.ts";

/** What the page of choices says of a shop. */
export interface ChoicesPageFacts {
  /** The shop's name. */
  name: string;
  /** Where the shop takes requests; null when it told nobody. */
  contactEmail: string | null;
  /** Names of the services that the shop uses, by purpose. */
  services: Readonly<Record<Purpose | "essential", readonly string[]>>;
  /** Where the proxy answers, "/apps/privacy". */
  path: string;
  /** What was looked up, if anything. */
  receipt: ShownReceipt | null;
}

/**
 * The page that a shopper gets without JavaScript: what may be chosen, the present state of a receipt, and the ways to
 * say no that work without a script. It offers no switches: a page behind Shopify's proxy cannot keep anything in the
 * browser (Shopify strips cookies), so switches here would be a lie.
 */
export function choicesPage({ name, contactEmail, services, path, receipt }: ChoicesPageFacts): string {
  const found = receipt === null ? "" : `<h2>The choice that you looked up</h2>\n${receiptHtml(receipt, path)}`;
  const list = (["essential", ...PURPOSES] as const).map((purpose) => {
    const { name: title, about } = PURPOSE_WORDS[purpose];
    const used = services[purpose].join(", ");
    const uses = used === "" ? "This shop uses no service for this." : `This shop uses: ${used}.`;
    return `<dt>${title}</dt><dd>${about} <span dir="auto">${escapeHtml(uses)}</span></dd>`;
  });
  const body = `${found}
<h2>What you can choose</h2>
<dl>
${list.join("\n")}
</dl>
<h2>How to choose</h2>
<p>Open any page of <a href="/" dir="auto">${escapeHtml(name)}</a> and choose “Your privacy choices” at its end. You can change your mind there
at any time. This needs JavaScript: this page itself can keep nothing in your browser.</p>
<h2>Without JavaScript</h2>
<p>Tags that need your permission are scripts. Without JavaScript they do not run.</p>
<p>To say no to the sale and sharing of your data: turn on <strong>Global Privacy Control</strong> in your browser, which this
shop honours, or ${contactHtml(name, contactEmail)}</p>
<h2>Look up a choice</h2>
${receiptForm(`${path}/choices`)}
<h2>Your other rights</h2>
<p><a href="${escapeHtml(path)}/request">Ask for a copy of your data, or to have it deleted</a></p>`;
  return storefrontPage({ language: "en", direction: "ltr", title: "Your privacy choices", body });
}

function contactHtml(name: string, email: string | null): string {
  const what = "“do not sell or share my personal information”";
  if (email === null)
    return `write ${what} to <span dir="auto">${escapeHtml(name)}</span>, at the address on its contact page.`;
  const subject = encodeURIComponent("Do not sell or share my personal information");
  return `write ${what} to <a href="mailto:${escapeHtml(email)}?subject=${subject}">${escapeHtml(email)}</a>.`;
}
