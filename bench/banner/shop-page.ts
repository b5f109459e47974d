/** The shop's home page that every contestant stands on: as heavy as a small Shopify theme's, and never different. */
import { SHOPIFY_HEAD } from "./shopify-scripts.ts";

/** What a contestant adds to the page. Each part is HTML. */
export interface PageParts {
  /** First in `content_for_header`, where Shopify puts blocks with the target `compliance_head`: before the stylesheet. */
  headFirst?: string;
  /** In the head after the theme's stylesheet, where the libraries' own instructions put theirs. */
  head?: string;
  /** Before the end of the body. */
  bodyEnd?: string;
}

/** The pictures of the page: name → width and height in pixels, and JPEG quality. */
export const PICTURES: Readonly<Record<string, readonly [width: number, height: number, quality: number]>> = {
  "hero.jpg": [1600, 900, 0.5],
  ...Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`product-${String(index)}.jpg`, [400, 400, 0.4]])),
};

const STORY =
  "Every ring starts as a sketch on the bench in our workshop. We cast in recycled silver and gold, file and set by " +
  "hand, and polish until the light runs along the edge. A piece takes between two and nine days, and you may follow it " +
  "on the way. Sizes can be changed for a year without a fee.";

const MENU = ["New", "Rings", "Necklaces", "Earrings", "Gifts", "Workshop", "Cart"];

/** The page with a contestant's parts in their places; the bare page without any. */
export function shopPage({ headFirst = "", head = "", bodyEnd = "" }: PageParts = {}): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Amber &amp; Oak, jewellers</title>
<link rel="icon" href="data:,">
${headFirst}
${SHOPIFY_HEAD}
<link rel="stylesheet" href="/theme/theme.css">
${head}
<script src="/theme/theme.js" defer></script>
</head><body>
<a class="skip" href="#main">Skip to the content</a>
<header><div class="row"><a class="name" href="#top">Amber &amp; Oak</a>
<nav aria-label="Main"><ul>${MENU.map((item) => `<li><a href="#${item.toLowerCase()}">${item}</a></li>`).join("")}</ul></nav>
</div></header>
<main id="main">
<section class="hero"><img src="/theme/hero.jpg" alt="A ring of silver on oak" width="1600" height="900" fetchpriority="high">
<div class="lead"><h1>Made by hand, worn for life</h1><p>${STORY}</p><a class="button" href="#rings">See the rings</a></div></section>
<section class="goods" aria-label="New this month"><h2>New this month</h2>${goods()}</section>
<section class="story"><h2>From our workshop</h2>${`<p>${STORY} ${STORY}</p>`.repeat(5)}</section>
</main>
<footer><ul><li><a href="#privacy">Privacy policy</a></li><li><a href="#terms">Terms</a></li><li><a href="#returns">Returns</a></li><li><a href="#contact">Contact</a></li></ul></footer>
${bodyEnd}
</body></html>`;
}

function goods(): string {
  const cards = Array.from({ length: 12 }, (_, index) => {
    const number = String(index);
    const image = `<img src="/theme/product-${number}.jpg" alt="Ring ${number}" width="400" height="400" loading="lazy">`;
    return `<shop-card><a href="#ring-${number}">${image}<h3>Ring no. ${number}</h3></a><p>€ ${String(40 + 7 * index)}.00</p></shop-card>`;
  });
  return cards.join("\n");
}

const THEME = `:root{--ink:#222;--paper:#fff;--line:#ddd;--wide:1180px}
*,*::before,*::after{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.6 "Liberation Sans",Arial,sans-serif}
img{display:block;max-width:100%;height:auto}a{color:#17458f}ul{list-style:none;margin:0;padding:0}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;padding:8px;background:#fff;z-index:4}
header{position:sticky;top:0;background:#fff;border-bottom:1px solid var(--line);z-index:3}
.row{display:flex;flex-wrap:wrap;justify-content:space-between;gap:8px 24px;max-width:var(--wide);margin:auto;padding:14px 20px}
header ul,footer ul{display:flex;flex-wrap:wrap;gap:4px 18px}header a,footer a{display:inline-block;padding:4px;color:inherit}
.name{font-size:1.25rem;font-weight:700;text-decoration:none}
.hero img{width:100%;aspect-ratio:16/9;object-fit:cover}
.lead,.goods,.story{max-width:var(--wide);margin:auto;padding:24px 20px}
h1{font-size:clamp(1.8rem,4vw,2.9rem);line-height:1.15;margin:0 0 8px}
.button{display:inline-block;padding:12px 26px;background:var(--ink);color:#fff;text-decoration:none}
.goods{display:grid;grid-template-columns:repeat(auto-fill,minmax(220px,1fr));gap:20px}.goods h2{grid-column:1/-1;margin:0}
shop-card{display:block;border:1px solid var(--line);padding:12px}shop-card h3{font-size:1rem;margin:8px 0 0}
.story p{max-width:70ch}footer{padding:32px 20px;background:#f2f2f2}
`;

/** The theme's stylesheet: what the page uses and, as in every theme, ten times as much that this page does not use. */
export function themeCss(): string {
  const rules = [];
  for (const part of ["cart", "drawer", "facets", "slider", "product", "collage", "quick-add", "newsletter"]) {
    for (let index = 0; index < 40; index++) {
      const space = String(index % 9);
      rules.push(
        `.${part}__item-${String(index)}{display:flex;gap:${space}px;padding:${space}px calc(${space}px + .${space}rem);color:rgb(${space} 2${space} 4${space});border-radius:${space}px}`,
      );
    }
    rules.push(`@media(min-width:750px){.${part}{display:grid;grid-template-columns:1fr 2fr;margin:0 auto}}`);
  }
  return THEME + rules.join("\n");
}

/** The theme's script: custom elements, an observer, and some real work, deferred as themes do it. */
export const THEME_SCRIPT = `customElements.define("shop-card", class extends HTMLElement {
  connectedCallback() { this.addEventListener("pointerenter", () => this.toggleAttribute("near", true)); }
});
const seen = new IntersectionObserver((cards) => { for (const card of cards) card.target.toggleAttribute("seen", card.isIntersecting); });
document.querySelectorAll("shop-card").forEach((card) => seen.observe(card));
let price = 0;
for (let step = 0; step < 3e5; step++) price = (price * 33 + step) % 9973;
document.documentElement.dataset.price = String(price);
`;
