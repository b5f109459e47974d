import { gid } from "../../shop/ids.ts";
import type { Unfinished } from "../../shop/make-shop.ts";
import { PRODUCTS, type Product } from "../../shop/products.ts";
import type { Arguments, Context, Fields } from "../context.ts";
import { bag, CURRENCY, money } from "../money.ts";
import { emptyPage, listingOf, paginate } from "../paginate.ts";
import { addressFields, addressOf } from "./address.ts";
import { customerFields, identityOf } from "./customer.ts";
import { metafieldsOf } from "./metafields.ts";
import { productFields, variantFields, variantPrice } from "./product.ts";

type Line = Unfinished["lines"][number];

function productOf(line: Line): Product {
  const product = PRODUCTS[line.product];
  if (product === undefined) throw new Error(`No product ${String(line.product)}`);
  return product;
}

const priceOf = (line: Line): number => variantPrice(productOf(line), line.variant) * line.quantity;

/** True when the person behind it was erased. */
export function isErased(context: Pick<Context, "shop" | "facts">, item: Unfinished): boolean {
  const customer = item.customer === undefined ? undefined : context.facts.customers[item.customer];
  return customer !== undefined && identityOf(context, customer).redacted;
}

/** Names, addresses and e-mail, which an erasure takes away. */
function personFields(context: Context, item: Unfinished): Fields {
  const erased = isErased(context, item);
  const address = erased ? null : addressFields(addressOf(item.person, item.id + 90));
  const customer = item.customer === undefined ? undefined : context.facts.customers[item.customer];
  return {
    email: erased ? null : item.email,
    phone: erased ? null : item.person.phone,
    billingAddress: address,
    shippingAddress: address,
    billingAddressMatchesShippingAddress: true,
    customer: () => (customer === undefined ? null : customerFields(context, customer)),
  };
}

function lineBase(line: Line): Fields {
  const product = productOf(line);
  const unit = variantPrice(product, line.variant);
  return {
    title: product.title,
    variantTitle: product.variants[line.variant] ?? null,
    sku: `RW-${String(100 + product.index)}-${String(line.variant + 1)}`,
    quantity: line.quantity,
    customAttributes: [],
    product: () => productFields(product),
    variant: () => variantFields(product, line.variant),
    originalUnitPriceSet: bag(unit),
    discountedUnitPriceSet: bag(unit),
    originalTotalSet: bag(priceOf(line)),
    originalTotalPriceSet: bag(priceOf(line)),
    discountedTotalSet: bag(priceOf(line)),
    discountedTotalPriceSet: bag(priceOf(line)),
  };
}

function sums(item: Unfinished): Fields {
  const total = item.lines.reduce((sum, line) => sum + priceOf(line), 0);
  return {
    subtotalPriceSet: bag(total),
    totalPriceSet: bag(total),
    totalLineItemsPriceSet: bag(total),
    lineItemsSubtotalPrice: bag(total),
    totalDiscountsSet: bag(0),
    totalDiscountSet: bag(0),
    totalShippingPriceSet: bag(0),
    totalTaxSet: bag(0),
    taxLines: [],
    taxesIncluded: false,
    discountCodes: [],
    customAttributes: [],
    currencyCode: CURRENCY,
    presentmentCurrencyCode: CURRENCY,
  };
}

/** A `DraftOrder`. */
export function draftOrderFields(context: Context, item: Unfinished): Fields {
  const id = gid("DraftOrder", item.id);
  const at = item.createdAt.toISOString();
  return {
    __typename: "DraftOrder",
    id,
    legacyResourceId: String(item.id),
    name: `#D${String(item.index + 1)}`,
    status: item.index % 2 === 0 ? "OPEN" : "INVOICE_SENT",
    note2: item.note,
    tags: [],
    createdAt: at,
    updatedAt: at,
    completedAt: null,
    invoiceSentAt: item.index % 2 === 0 ? null : at,
    invoiceEmailTemplateSubject: "Your Rosewood order",
    invoiceUrl: `https://${context.shop.domain}/invoices/${String(item.id)}`,
    order: null,
    poNumber: null,
    ready: true,
    taxExempt: false,
    visibleToCustomer: true,
    totalQuantityOfLineItems: item.lines.reduce((sum, line) => sum + line.quantity, 0),
    lineItems: (args: Arguments) =>
      paginate(context, args, listingOf(item.lines), (line) => ({
        __typename: "DraftOrderLineItem",
        id: gid("DraftOrderLineItem", line.id),
        name: productOf(line).title,
        uuid: `00000000-0000-7000-8000-${String(line.id).padStart(12, "0").slice(-12)}`,
        custom: false,
        isGiftCard: false,
        requiresShipping: true,
        taxable: true,
        taxLines: [],
        components: [],
        vendor: "Rosewood Jewellery",
        originalUnitPriceWithCurrency: money(priceOf(line)),
        ...lineBase(line),
      })),
    events: emptyPage,
    localizedFields: emptyPage,
    warnings: [],
    ...sums(item),
    ...personFields(context, item),
    ...metafieldsOf(id),
  };
}

/** An `AbandonedCheckout`. The API has no e-mail field on it; the search by text finds it all the same. */
export function checkoutFields(context: Context, item: Unfinished): Fields {
  const at = item.createdAt.toISOString();
  return {
    __typename: "AbandonedCheckout",
    id: gid("AbandonedCheckout", item.id),
    name: `#${String(item.id)}`,
    note: item.note ?? "",
    createdAt: at,
    updatedAt: at,
    completedAt: null,
    abandonedCheckoutUrl: `https://${context.shop.domain}/checkouts/ac/${String(item.id)}/recover`,
    defaultCursor: String(item.id),
    lineItemsQuantity: item.lines.length,
    lineItems: (args: Arguments) =>
      paginate(context, args, listingOf(item.lines), (line) => ({
        __typename: "AbandonedCheckoutLineItem",
        id: gid("AbandonedCheckoutLineItem", line.id),
        discountAllocations: emptyPage,
        ...lineBase(line),
      })),
    ...sums(item),
    ...personFields(context, item),
  };
}
