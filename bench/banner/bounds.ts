import type { Selectors } from "./contestants.ts";
import type { PageParts } from "./shop-page.ts";

/**
 * The least that a banner with a question, three buttons and a dialog with four purposes can be, twice: written into the
 * page, and inserted by one deferred script. They know no language, no law, hold no tag and keep no record: nobody could
 * use them, and nobody can be faster. What they show is what Candor shows.
 */
const QUESTION =
  "We use what this shop needs to work. With your permission, we and the services we use also remember your settings, " +
  "count visits and show you ads that fit. You can change your mind at any time.";

const CSS =
  "#ask{position:fixed;inset:auto 16px 16px;max-width:560px;padding:16px;background:#fff;color:#111;border:1px solid #767676;z-index:9}" +
  "#ask h2{font-size:1.1rem;margin:0}#ask p{margin:8px 0}" +
  "#ask button,#more button{min-height:44px;margin:4px 4px 0 0;padding:0 16px;font:inherit;background:#111;color:#fff;border:0}" +
  ".asked #ask{display:none}";

const PURPOSES = ["Preferences", "Statistics", "Marketing", "Sale and sharing"];
const BOXES = PURPOSES.map((name, bit) => `<p><label><input type=checkbox value=${String(1 << bit)}> ${name}</label>`);

const HTML =
  `<section id=ask aria-labelledby=ask-title><h2 id=ask-title>You decide what we may use</h2><p>${QUESTION}</p>` +
  "<button id=yes>Accept all</button><button id=no>Reject all</button><button id=open>Manage preferences</button></section>" +
  "<dialog id=more aria-labelledby=more-title><form method=dialog><h2 id=more-title>Your privacy choices</h2>" +
  `${BOXES.join("")}<p><button id=keep>Save choices</button></form></dialog>`;

const IS_ASKED = "/(^|; )asked=/.test(document.cookie)";
const LISTEN =
  "{const d=document,by=i=>d.getElementById(i),keep=n=>{d.cookie='asked='+n+';path=/;max-age=15552000;samesite=lax';" +
  "d.documentElement.classList.add('asked')};by('yes').onclick=()=>keep(15);by('no').onclick=()=>keep(0);" +
  "by('open').onclick=()=>by('more').showModal();" +
  "by('keep').onclick=()=>keep([...d.querySelectorAll('#more :checked')].reduce((n,box)=>n+ +box.value,0))}";

const FIND: Selectors = { banner: "#ask", accept: "#yes", reject: "#no", manage: "#open", dialog: "#more" };

/** The script of the deferred one. */
export const DEFERRED_SCRIPT =
  `if(!${IS_ASKED}){const s=document.createElement('style');s.textContent=${JSON.stringify(CSS)};document.head.append(s);` +
  `document.body.insertAdjacentHTML('beforeend',${JSON.stringify(HTML)});${LISTEN}}`;

/** The two lower bounds. */
export const BOUNDS: readonly { name: string; parts: PageParts; find: Selectors }[] = [
  {
    name: "bound-inline",
    parts: {
      head: `<style>${CSS}</style><script>${IS_ASKED}&&document.documentElement.classList.add('asked')</script>`,
      bodyEnd: `${HTML}<script>${LISTEN}</script>`,
    },
    find: FIND,
  },
  { name: "bound-defer", parts: { head: '<script src="/built/bound-defer.js" defer></script>' }, find: FIND },
];
