import { escapeHtml } from "../package/html.ts";

/** What the page says of the store. */
export interface PrivacyPageFacts {
  name: string;
  /** Where the store takes requests; null when it told nobody. */
  contactEmail: string | null;
}

/** A page that works without a script, in any theme, at 320 px: what a shopper may ask for, and how. */
export function privacyPage({ name, contactEmail }: PrivacyPageFacts): string {
  const store = escapeHtml(name);
  const address = contactEmail === null ? null : escapeHtml(contactEmail);
  const how =
    address === null
      ? `<p>Write to ${store}, at the address on its contact page, and say what you would like.</p>`
      : `<p>Write to <a href="mailto:${address}">${address}</a> and say what you would like.</p>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Your privacy at ${store}</title>
<style>
body { font: 1rem/1.6 system-ui, sans-serif; max-width: 38rem; margin: 3rem auto; padding: 0 1.25rem; color: #1f2a27; background: #fff; }
h1 { font-size: 1.6rem; line-height: 1.25; } a { color: #1f5d4c; }
@media (prefers-color-scheme: dark) { body { color: #e6ece9; background: #14201c; } a { color: #8fd0bc; } }
</style>
</head>
<body>
<main>
<h1>Your privacy at <span dir="auto">${store}</span></h1>
<p>You can ask this store for a copy of the data that it holds about you, or to delete it.</p>
${how}
<p>The store answers within the time that your law gives it, and within 30 days at the latest. Some records, such as
invoices, must be kept for longer; you are told which.</p>
</main>
</body>
</html>
`;
}
