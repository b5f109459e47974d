import { gid } from "../../shop/ids.ts";
import { PRODUCTS, type Product } from "../../shop/products.ts";
import type { Arguments, Context, Fields } from "../context.ts";
import { decimal, money } from "../money.ts";
import { listingOf, paginate } from "../paginate.ts";
import { metafieldsOf } from "./metafields.ts";

const MADE = "2024-02-01T09:00:00.000Z";
const FIRST_PRODUCT = 8_200_000_000_000;

/** The id of a product; its variants follow. */
export const productId = (product: Product): number => FIRST_PRODUCT + product.index * 1000;

/** The product with this id, or the product and variant of a variant's id. */
export function findProduct(id: number): { product: Product; variant: number } | undefined {
  const product = PRODUCTS[Math.floor((id - FIRST_PRODUCT) / 1000)];
  return product && { product, variant: ((id - FIRST_PRODUCT) % 1000) - 1 };
}

/** What the variant costs, in cents. */
export const variantPrice = (product: Product, variant: number): number =>
  product.price + (product.type === "Ring" ? 0 : variant * 1200);

/** A `ProductVariant`. */
export function variantFields(product: Product, variant: number): Fields {
  const id = productId(product) + 1 + variant;
  const title = product.variants[variant] ?? "";
  return {
    __typename: "ProductVariant",
    id: gid("ProductVariant", id),
    legacyResourceId: String(id),
    title,
    displayName: `${product.title} - ${title}`,
    sku: `RW-${String(100 + product.index)}-${String(variant + 1)}`,
    price: decimal(variantPrice(product, variant)),
    compareAtPrice: null,
    position: variant + 1,
    availableForSale: true,
    inventoryQuantity: 12,
    taxable: true,
    createdAt: MADE,
    updatedAt: MADE,
    product: () => productFields(product),
    selectedOptions: [{ name: "Option", value: title }],
    ...metafieldsOf(gid("ProductVariant", id)),
  };
}

/** A `Product`. */
export function productFields(product: Product): Fields {
  const id = productId(product);
  const prices = product.variants.map((_, variant) => variantPrice(product, variant));
  return {
    __typename: "Product",
    id: gid("Product", id),
    legacyResourceId: String(id),
    title: product.title,
    handle: product.handle,
    description: product.description,
    descriptionHtml: `<p>${product.description}</p>`,
    productType: product.type,
    vendor: "Rosewood Jewellery",
    status: "ACTIVE",
    tags: product.tags,
    createdAt: MADE,
    updatedAt: MADE,
    publishedAt: MADE,
    isGiftCard: false,
    totalInventory: 12 * product.variants.length,
    tracksInventory: true,
    hasOnlyDefaultVariant: false,
    priceRangeV2: { minVariantPrice: money(Math.min(...prices)), maxVariantPrice: money(Math.max(...prices)) },
    variantsCount: { count: product.variants.length, precision: "EXACT" },
    variants: (args: Arguments, context: Context) =>
      paginate(context, args, listingOf(product.variants), (name) =>
        variantFields(product, product.variants.indexOf(name)),
      ),
    ...metafieldsOf(gid("Product", id)),
  };
}
