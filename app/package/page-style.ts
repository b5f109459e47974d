/** The style of the readable copy: no fonts, images or scripts, light and dark, usable on a telephone and on paper. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --text: #1a1c1d; --quiet: #5c6166; --line: #d5d9dc; --ground: #fff; --card: #f6f7f8; }
@media (prefers-color-scheme: dark) {
  :root { --text: #eceeef; --quiet: #a9b0b5; --line: #41474c; --ground: #15181a; --card: #1f2326; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 68rem; padding: 1.5rem 1rem 4rem; background: var(--ground); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; font-size: 1.375rem; }
h3, h4 { margin: 1rem 0 .5rem; font-size: 1.0625rem; }
a { color: inherit; }
.source, .empty, footer, dt, caption { color: var(--quiet); }
dl { margin: .75rem 0; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); padding: .25rem .75rem; }
dl div { display: grid; grid-template-columns: minmax(8rem, 16rem) 1fr; gap: .25rem 1rem; padding: .25rem 0; }
dd { margin: 0; white-space: pre-line; }
article { margin: 1rem 0; content-visibility: auto; contain-intrinsic-size: auto 30rem; }
summary { cursor: pointer; }
summary h3 { display: inline-block; }
.wide { overflow-x: auto; margin: .75rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; overflow-wrap: normal; }
caption { text-align: start; padding: .25rem 0; }
th, td { border: 1px solid var(--line); padding: .375rem .5rem; text-align: start; vertical-align: top; }
th { background: var(--card); }
.missing { border-inline-start: .25rem solid #b98900; padding-inline-start: 1rem; }
:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
@media (max-width: 32rem) { dl div { grid-template-columns: 1fr; gap: 0; } }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav { display: none; }
  article { content-visibility: visible; break-inside: avoid-page; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .wide { overflow: visible; }
}
`;
