import { escapeHtml } from "../package/html.ts";

/**
 * A page that shoppers get through the app proxy: works without a script, in any theme, at 320 px, in the dark. `title`
 * is text, `body` is HTML.
 */
export function proxyPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>
body { font: 1rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1.25rem; color: #1f2a27; background: #fff; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.2rem; margin-top: 2rem; } a { color: #1f5d4c; }
dt { font-weight: 600; } dd { margin: 0 0 .5rem; } label { display: block; font-weight: 600; }
input, button { font: inherit; min-height: 2.75rem; padding: 0 .75rem; box-sizing: border-box; border: 1px solid #5b6b66; border-radius: .4rem; color: inherit; background: transparent; }
input { width: 100%; margin: .25rem 0 .75rem; } button { cursor: pointer; }
:focus-visible { outline: 3px solid #1f5d4c; outline-offset: 2px; }
@media (prefers-color-scheme: dark) { body { color: #e6ece9; background: #14201c; } a { color: #8fd0bc; } :focus-visible { outline-color: #8fd0bc; } }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

/** How such a page is answered: never kept by anybody between, no script, nothing from elsewhere. */
export const PAGE_HEADERS = {
  "Content-Type": "text/html; charset=utf-8",
  "Cache-Control": "private, no-store",
  "Content-Security-Policy":
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "Referrer-Policy": "no-referrer",
} as const;
