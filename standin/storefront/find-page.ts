import { PRODUCTS } from "../shop/products.ts";
import { FIXTURES } from "../tags/fixtures.ts";
import { localAddresses } from "../tags/local-addresses.ts";
import { shopState } from "../world.ts";
import type { Page, Viewing } from "./render-page.ts";
import { COLLECTIONS, collectionObject, productObject, searchProducts } from "./shop-objects.ts";

/** Titles of the pages below `/policies/`. */
const POLICIES: Readonly<Record<string, string>> = {
  "privacy-policy": "Privacy policy",
  "refund-policy": "Refund policy",
  "shipping-policy": "Shipping policy",
  "terms-of-service": "Terms of service",
  "contact-information": "Contact information",
};

const PAGES: Readonly<Record<string, { title: string; content: string }>> = {
  "our-story": {
    title: "Our story",
    content:
      "<p>Two benches, one window, nine people. We cast, set and finish every piece in Baltimore, in recycled metal.</p>",
  },
  "privacy-choices": { title: "Your privacy choices", content: "" },
};

/** Text of a policy could hold Liquid signs: it is printed, not run. */
const asText = (html: string): string => `{% raw %}${html}{% endraw %}`;

function policyPage({ world, shop }: Viewing, handle: string): Omit<Page, "path"> | undefined {
  const title = POLICIES[handle];
  if (title === undefined) return undefined;
  const policy = shopState(world, shop).policies[handle.toUpperCase().replaceAll("-", "_")];
  if (policy === undefined) return undefined;
  const content = `<div class="shopify-policy__container"><div class="shopify-policy__title"><h1>${title}</h1></div>
<div class="shopify-policy__body"><div class="rte">${asText(policy.body)}</div></div></div>`;
  return { template: "policy", title, content };
}

/** A page that somebody made in the admin or through the API. */
function madePage({ world, shop }: Viewing, handle: string): { title: string; content: string } | undefined {
  const page = Object.values(shopState(world, shop).pages ?? {}).find((one) => one.handle === handle);
  return page?.isPublished === true ? { title: page.title, content: page.body } : undefined;
}

function shopPage(viewing: Viewing, kind: string, handle: string): Omit<Page, "path"> | undefined {
  if (kind === "products") {
    const product = PRODUCTS.find((one) => one.handle === handle);
    const others = PRODUCTS.filter((one) => one.type === product?.type && one !== product).slice(0, 4);
    const objects = { product: product && productObject(product), recommendations: others.map(productObject) };
    return product && { template: "product", title: product.title, objects };
  }
  if (kind === "collections") {
    const collection = COLLECTIONS.find((one) => one.handle === handle);
    return (
      collection && {
        template: "collection",
        title: collection.title,
        objects: { collection: collectionObject(collection) },
      }
    );
  }
  const page = kind === "pages" ? (PAGES[handle] ?? madePage(viewing, handle)) : undefined;
  if (page === undefined) return undefined;
  const template = handle === "privacy-choices" ? "page.privacy-choices" : "page";
  return { template, title: page.title, objects: { page: { ...page, handle } } };
}

function fixturePage({ world, visitor }: Viewing, name: string): Omit<Page, "path"> | undefined {
  const source = FIXTURES[name];
  if (source === undefined) return undefined;
  const port = Number(new URL(world.urls.tags).port);
  const text = visitor.trueHosts ? source : localAddresses(source, port);
  return {
    template: "page",
    title: `Fixture ${name}`,
    content: `<div class="page-width"><h1>${name}</h1>${asText(text)}</div>`,
  };
}

const FEATURED = [
  "briar-rose-engagement-ring",
  "tidal-pearl-strand",
  "foundry-hoops",
  "letter-locket",
  "moonstone-halo-ring",
  "rope-bracelet",
  "hazel-signet-ring",
  "lantern-drop-earrings",
];

/** The page at this address; undefined when there is none. */
export function findPage(viewing: Viewing, url: URL): Page | undefined {
  const [, kind = "", handle = ""] = url.pathname.split("/");
  const found = ((): Omit<Page, "path"> | undefined => {
    switch (kind) {
      case "": {
        const featured = PRODUCTS.filter((product) => FEATURED.includes(product.handle)).map(productObject);
        return { template: "index", title: "Rosewood Jewellery", objects: { featured } };
      }
      case "cart":
        return { template: "cart", title: "Your bag" };
      case "search": {
        const terms = url.searchParams.get("q") ?? "";
        const results = searchProducts(terms).map(productObject);
        return {
          template: "search",
          title: "Search",
          objects: { search: { terms, results, performed: terms !== "" } },
        };
      }
      case "policies":
        return policyPage(viewing, handle);
      case "fixtures":
        return fixturePage(viewing, handle);
      default:
        return shopPage(viewing, kind, handle);
    }
  })();
  return found && { ...found, path: url.pathname };
}
