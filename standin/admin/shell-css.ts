/** The look of the admin shell; one column below 760 px, where the sidebar opens over the page. */
export const SHELL_CSS = `
:root{--bar:#16211c;--side:#e9ece8;--ink:#26302b;--leaf:#1d5c45}
*{box-sizing:border-box}
html,body{height:100%;margin:0}
body{display:grid;grid-template:52px minmax(0,1fr)/232px minmax(0,1fr);grid-template-areas:"top top" "side main";font:14px/1.5 Inter,system-ui,sans-serif;color:var(--ink);background:var(--bar)}
header{grid-area:top;display:flex;align-items:center;gap:12px;padding:0 16px;color:#fff;min-width:0}
header .shop{margin-left:auto;display:flex;align-items:center;gap:8px;min-width:0}
header .shop span:first-child{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.avatar{display:inline-grid;place-items:center;width:28px;height:28px;border-radius:8px;background:#bfe3cf;color:#0c3322;font-weight:700;font-size:12px;flex:none}
.notice{padding:2px 10px;border-radius:99px;background:#ffd873;color:#3a2c00;font-weight:600;font-size:12px;white-space:nowrap}
header a{color:#fff}
#menu{display:none;background:none;border:1px solid #ffffff66;color:#fff;border-radius:8px;padding:4px 10px;font:inherit}
#sidebar{grid-area:side;background:var(--side);padding:12px;overflow:auto;border-top-left-radius:12px;display:flex;flex-direction:column}
#sidebar h2{margin:8px 10px 4px;font-size:12px;font-weight:600;color:#4d5a53}
#sidebar ul{list-style:none;margin:0;padding:0}
#sidebar a{display:block;padding:6px 10px;border-radius:8px;color:var(--ink);text-decoration:none}
#sidebar a:hover{background:#dde2dc}
#sidebar .app{font-weight:600}
#sidebar #nav a{padding-left:26px}
#sidebar a[aria-current=page]{background:#fff;font-weight:600}
#sidebar .tools{margin-top:auto}
main{grid-area:main;display:flex;flex-direction:column;min-width:0;background:#f1f1f1;border-top-right-radius:12px;overflow:hidden;position:relative}
.titlebar{display:flex;align-items:center;gap:8px;flex-wrap:wrap;padding:8px 16px;background:#fff;border-bottom:1px solid #dcdfdc;min-height:48px}
.titlebar h1{font-size:15px;margin:0;flex:1;min-width:120px}
#actions{display:flex;gap:8px;flex-wrap:wrap}
main button,#savebar button{font:inherit;font-size:13px;font-weight:600;line-height:1;padding:8px 12px;border:1px solid #8a938d;border-radius:8px;background:#fff;color:var(--ink);cursor:pointer}
main button.primary{background:var(--ink);color:#fff}
#savebar button{background:transparent;color:#fff;border-color:#8a938d}
#savebar button.primary{background:#fff;color:var(--ink)}
main button.critical,#savebar button.critical{background:#8e0b21;color:#fff}
button:disabled{opacity:.6;cursor:default}
iframe{flex:1;border:0;width:100%;background:#f1f1f1}
#savebar{position:fixed;top:6px;left:50%;transform:translateX(-50%);display:flex;gap:12px;align-items:center;padding:5px 6px 5px 14px;background:#303030;color:#fff;border-radius:10px;z-index:3;max-width:calc(100vw - 16px)}
#savebar-buttons{display:flex;gap:8px}
#toast{position:fixed;bottom:28px;left:50%;transform:translateX(-50%);background:#1a1a1a;color:#fff;padding:10px 18px;border-radius:10px;z-index:4;max-width:calc(100vw - 32px)}
#toast.error{background:#8e0b21}
#loading{position:absolute;top:0;left:0;height:3px;width:40%;background:var(--leaf);animation:run 1.2s infinite}
@keyframes run{to{left:100%}}
@media(prefers-reduced-motion:reduce){#loading{animation:none;width:100%}}
[hidden]{display:none!important}
:focus-visible{outline:3px solid #ffb300;outline-offset:2px}
.install{margin:48px auto;max-width:460px;padding:24px;background:#fff;border-radius:12px;border:1px solid #dcdfdc}
@media(max-width:760px){
body{grid-template:52px minmax(0,1fr)/minmax(0,1fr);grid-template-areas:"top" "main"}
#menu{display:block}
#sidebar{display:none;position:fixed;inset:52px auto 0 0;width:min(280px,85vw);z-index:2;border-radius:0;box-shadow:8px 0 24px #0004}
#sidebar.open{display:flex}
main{border-radius:0}
header .shop .name,header .control{display:none}
}
`;
