import { escapeHtml } from "../package/html.ts";

/** A page that shoppers get through the app proxy. */
export interface StorefrontPage {
  /** BCP 47, of the texts. */
  language: string;
  direction: "ltr" | "rtl";
  /** Text. */
  title: string;
  /** HTML. */
  body: string;
}

/**
 * A page that shoppers get through the app proxy, beside every theme: works without a script, at 320 px, in the dark,
 * from right to left.
 */
export function storefrontPage({ language, direction, title, body }: StorefrontPage): string {
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)}</title>
<style>
${STYLE}
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

const STYLE = `:root { color-scheme: light dark; --text: #1f2a27; --paper: #fff; --line: #5b6b66; --link: #1f5d4c; --act: #1f5d4c; --on-act: #fff; --bad: #a3210f; }
@media (prefers-color-scheme: dark) { :root { --text: #e6ece9; --paper: #14201c; --line: #8b9a95; --link: #8fd0bc; --act: #8fd0bc; --on-act: #14201c; --bad: #ffb4a6; } }
body { font: 1rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1.25rem; color: var(--text); background: var(--paper); overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.2rem; margin-top: 2rem; } a { color: var(--link); }
dt { font-weight: 600; } dd { margin: 0 0 .5rem; } label { display: block; font-weight: 600; }
input, select, textarea, button { font: inherit; min-height: 2.75rem; max-width: 100%; padding: .25rem .75rem; box-sizing: border-box; border: 1px solid var(--line); border-radius: .4rem; color: inherit; background: transparent; }
select option, select optgroup { color: var(--text); background: var(--paper); }
input, select, textarea { width: 100%; margin: .25rem 0 .25rem; } textarea { min-height: 6rem; } input[type=file] { padding: .5rem; }
button { cursor: pointer; } .field, form { margin-bottom: 1.25rem; } .help { margin: 0; font-size: .925rem; }
button.act { color: var(--on-act); background: var(--act); border-color: var(--act); font-weight: 600; padding: .25rem 1.25rem; }
.bad { color: var(--bad); margin: 0; } [aria-invalid] { border: 2px solid var(--bad); } .problems { border-inline-start: 4px solid var(--bad); padding-inline-start: 1rem; }
.problems a { color: inherit; } .trap { position: absolute; inset-inline-start: -999rem; } .card { border-block-start: 1px solid var(--line); padding-block-start: .5rem; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }`;

/** How such a page is answered: never kept by anybody between, no script, nothing from elsewhere, in nobody's frame. */
export const PAGE_HEADERS = {
  "Content-Type": "text/html; charset=utf-8",
  "Cache-Control": "private, no-store",
  "Content-Security-Policy":
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
} as const;
