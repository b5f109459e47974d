/** One look for the stand-in's own pages: control, mailbox, tags. */
export const PAGE_CSS = `
:root{--ink:#1f2a24;--line:#d5dbd6;--paper:#fff;--ground:#f3f5f2;--leaf:#1d5c45}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
header{background:var(--leaf);color:#fff;padding:16px 24px}
header h1{margin:0;font-size:22px}
header a{color:#fff;margin-right:16px}
header a[aria-current]{font-weight:700;text-decoration:none}
.notice{display:inline-block;margin:4px 0;padding:2px 10px;border-radius:99px;background:#ffd873;color:#3a2c00;font-weight:600;font-size:13px}
main{max-width:1200px;margin:0 auto;padding:16px 24px 48px}
h2{font-size:17px;margin:24px 0 8px}
h3{font-size:15px;margin:0 0 8px}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(260px,1fr));gap:16px}
.card{background:var(--paper);border:1px solid var(--line);border-radius:12px;padding:16px;min-width:0}
label{display:block;font-size:13px;margin-top:8px}
input:not([type=hidden]),select,textarea{width:100%;font:inherit;padding:6px 8px;border:1px solid #8a958d;border-radius:8px;background:#fff;color:inherit}
button{margin-top:12px;padding:7px 14px;border:0;border-radius:8px;background:var(--leaf);color:#fff;font:inherit;font-weight:600;cursor:pointer}
button:focus-visible,a:focus-visible,select:focus-visible,input:focus-visible,textarea:focus-visible,.scroll:focus-visible{outline:3px solid #ffb300;outline-offset:2px}
.row{display:flex;gap:8px;flex-wrap:wrap}
.scroll{overflow-x:auto;background:var(--paper);border:1px solid var(--line);border-radius:12px}
table{border-collapse:collapse;width:100%;font-size:14px}
th,td{text-align:left;padding:8px 12px;border-bottom:1px solid var(--line);white-space:nowrap}
.badge{padding:1px 8px;border-radius:99px;font-weight:600}
.good{background:#d3f2dd;color:#0b4723}.bad{background:#ffdcd6;color:#7a1505}
@media(max-width:480px){main,header{padding-left:16px;padding-right:16px}}
`;
