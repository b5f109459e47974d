import type { IncomingMessage } from "node:http";
import { productId, variantPrice } from "../graphql/objects/product.ts";
import { PRODUCTS, type Product } from "../shop/products.ts";
import { readCookies } from "./visitor.ts";

/** A collection of the demo shop. */
export interface Collection {
  handle: string;
  title: string;
  description: string;
  types: readonly string[];
}

/** What the shop's menu leads to. */
export const COLLECTIONS: readonly Collection[] = [
  { handle: "all", title: "All pieces", description: "Everything that is on the bench and in the drawers.", types: [] },
  { handle: "rings", title: "Rings", description: "Signets, bands and stones, in every size we cut.", types: ["Ring"] },
  { handle: "earrings", title: "Earrings", description: "Light enough to forget.", types: ["Earrings"] },
  { handle: "necklaces", title: "Necklaces", description: "Chains, pearls and lockets.", types: ["Necklace"] },
  { handle: "bracelets", title: "Bracelets", description: "Twisted, set or engraved.", types: ["Bracelet", "Brooch"] },
  { handle: "care", title: "Care", description: "What keeps it bright.", types: ["Care"] },
];

/** A product in Liquid. */
export function productObject(product: Product): object {
  const id = productId(product);
  const variants = product.variants.map((title, index) => ({
    id: id + 1 + index,
    title,
    price: variantPrice(product, index),
    available: true,
    sku: `RW-${String(100 + product.index)}-${String(index + 1)}`,
  }));
  return {
    id,
    title: product.title,
    handle: product.handle,
    url: `/products/${product.handle}`,
    type: product.type,
    vendor: "Rosewood Jewellery",
    description: `<p>${product.description}</p>`,
    price: variants[0]?.price ?? product.price,
    price_min: Math.min(...variants.map(({ price }) => price)),
    price_varies: new Set(variants.map(({ price }) => price)).size > 1,
    available: true,
    tags: product.tags,
    featured_image: `${product.handle}.svg`,
    images: ["", "-worn", "-close"].map((view) => `${product.handle}${view}.svg`),
    variants,
    selected_or_first_available_variant: variants[0] ?? null,
  };
}

/** A collection in Liquid. */
export function collectionObject(collection: Collection): object {
  const products = PRODUCTS.filter(({ type }) => collection.types.length === 0 || collection.types.includes(type));
  return {
    handle: collection.handle,
    title: collection.title,
    description: collection.description,
    url: `/collections/${collection.handle}`,
    products: products.map(productObject),
    products_count: products.length,
  };
}

/** Products in whose title, kind or description the words occur. */
export function searchProducts(terms: string): readonly Product[] {
  const words = terms.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return PRODUCTS.filter((product) => {
    const text = `${product.title} ${product.type} ${product.description}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Variant → how many. */
export type Basket = ReadonlyMap<number, number>;

/** What the shopper put into the cart, from its cookie. */
export function readBasket(request: IncomingMessage): Basket {
  const lines = (readCookies(request).get("cart") ?? "").split(".").map((line) => line.split(":").map(Number));
  return new Map(
    lines.flatMap(([id = 0, quantity = 0]) => (findVariant(id) && quantity > 0 ? [[id, Math.min(quantity, 99)]] : [])),
  );
}

/** The cookie of a cart. */
export function basketCookie(basket: Basket): string {
  const lines = [...basket].map(([id, quantity]) => `${String(id)}:${String(quantity)}`);
  return `cart=${lines.join(".")}; Path=/; HttpOnly; SameSite=Lax`;
}

/** The product and the place of its variant with this id. */
export function findVariant(id: number): { product: Product; index: number } | undefined {
  const product = PRODUCTS.find((one) => id > productId(one) && id <= productId(one) + one.variants.length);
  return product && { product, index: id - productId(product) - 1 };
}

/** The cart in Liquid. */
export function cartObject(basket: Basket): object {
  const items = [...basket].flatMap(([id, quantity]) => {
    const found = findVariant(id);
    if (found === undefined) return [];
    const price = variantPrice(found.product, found.index);
    const variant = found.product.variants[found.index] ?? "";
    return [{ id, quantity, price, line_price: price * quantity, variant, product: productObject(found.product) }];
  });
  return {
    items,
    item_count: items.reduce((sum, item) => sum + item.quantity, 0),
    total_price: items.reduce((sum, item) => sum + item.line_price, 0),
    currency: { iso_code: "USD" },
  };
}
