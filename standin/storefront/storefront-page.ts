import { html, type Html } from "../http/html.ts";
import { PRODUCTS, type Product } from "../shop/products.ts";

const CSS = `
:root{--rose:#7a2e3a;--ink:#2b2326;--line:#e6dcd7;--cream:#fbf7f4}
*{box-sizing:border-box}
body{margin:0;background:var(--cream);color:var(--ink);font:16px/1.6 Georgia,"Times New Roman",serif}
header .notice{flex:none;width:calc(100% + 12vw);margin:-20px -6vw 0;background:#ffd873;color:#3a2c00;text-align:center;font:600 13px/2 system-ui,sans-serif}
header{display:flex;flex-wrap:wrap;gap:8px 24px;align-items:baseline;padding:20px 6vw;border-bottom:1px solid var(--line);background:#fff}
header a{color:inherit;text-decoration:none}
.brand{font-size:26px;letter-spacing:.04em;color:var(--rose);margin-right:auto}
main{max-width:1180px;margin:0 auto;padding:32px 6vw 64px}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(220px,1fr));gap:28px;padding:0;list-style:none}
.grid a{color:inherit;text-decoration:none}
svg{width:100%;height:auto;background:#fff;border:1px solid var(--line);border-radius:4px}
.price{color:var(--rose)}
.product{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:40px}
select,button{font:inherit;padding:10px 14px;border:1px solid #8c7a73;border-radius:4px;background:#fff}
button{background:var(--rose);color:#fff;border-color:var(--rose);cursor:pointer}
footer{border-top:1px solid var(--line);padding:24px 6vw;font-size:14px}
footer a{color:var(--rose)}
:focus-visible{outline:3px solid #b8860b;outline-offset:3px}
@media(max-width:640px){.product{grid-template-columns:1fr}}
`;

const dollars = (cents: number): string => `$${(cents / 100).toFixed(2)}`;

/** A drawing instead of a photograph: rings, drops and chains in a few strokes. */
function drawing(product: Product): Html {
  const hue = (product.index * 47) % 360;
  const shapes: Readonly<Record<string, string>> = {
    Ring: '<circle cx="100" cy="115" r="48"/><path d="M82 62l18-22 18 22-18 12z"/>',
    Earrings: '<path d="M60 40v30M140 40v30"/><circle cx="60" cy="100" r="26"/><circle cx="140" cy="100" r="26"/>',
    Necklace: '<path d="M30 30c10 90 130 90 140 0"/><circle cx="100" cy="128" r="20"/>',
    Bracelet: '<ellipse cx="100" cy="100" rx="70" ry="40"/><circle cx="100" cy="140" r="9"/>',
  };
  const shape = shapes[product.type] ?? '<rect x="55" y="55" width="90" height="90" rx="10"/><path d="M55 90h90"/>';
  return {
    html: `<svg viewBox="0 0 200 200" aria-hidden="true"><g fill="none" stroke="hsl(${String(hue)} 35% 42%)" stroke-width="6" stroke-linejoin="round">${shape}</g></svg>`,
  };
}

/** The storefront's frame around any content; `head` goes in before everything else that loads. */
export function storefrontPage(title: string, content: Html, head: Html = html``): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <link rel="icon" href="data:," />
        ${head}
        <title>${title} · Rosewood Jewellery</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <style>
          ${{ html: CSS }}
        </style>
      </head>
      <body>
        <header>
          <p class="notice">Stand-in — not Shopify</p>
          <a class="brand" href="/">Rosewood Jewellery</a>
          <nav aria-label="Shop"><a href="/">All pieces</a></nav>
        </header>
        <main>${content}</main>
        <footer>© Rosewood Jewellery, 1 Rosewood Yard, Baltimore · <a href="/apps/privacy">Privacy</a></footer>
      </body>
    </html>`.html;
}

/** Everything on sale. */
export function collectionPage(): string {
  const items = PRODUCTS.map(
    (product) =>
      html`<li>
        <a href="/products/${product.handle}"
          >${drawing(product)}<br />${product.title}<br />
          <span class="price">from ${dollars(product.price)}</span></a
        >
      </li>`,
  );
  return storefrontPage(
    "All pieces",
    html`<h1>All pieces</h1>
      <ul class="grid">
        ${items}
      </ul>`,
  );
}

/** One product; undefined when there is none with this handle. */
export function productPage(handle: string): string | undefined {
  const product = PRODUCTS.find((one) => one.handle === handle);
  if (product === undefined) return undefined;
  const options = product.variants.map((variant) => html`<option>${variant}</option>`);
  return storefrontPage(
    product.title,
    html`<div class="product">
      <div>${drawing(product)}</div>
      <div>
        <h1>${product.title}</h1>
        <p class="price">${dollars(product.price)}</p>
        <p>${product.description}</p>
        <p>
          <label for="variant">Choose</label><br /><select id="variant">
            ${options}
          </select>
        </p>
        <button type="button">Add to bag</button>
      </div>
    </div>`,
  );
}
