import type { AbandonedCheckout, DraftOrder, OrderLine } from "../../package/items.ts";
import type {
  AbandonedCheckoutsQuery,
  CheckoutLineFragment,
  DraftLineFragment,
  DraftOrdersQuery,
} from "../generated/operations.ts";
import { readAttributes, readMoney, readOptionalAddress } from "./read-order.ts";

/** A draft order as a page gives it. */
export type RawDraftOrder = DraftOrdersQuery["draftOrders"]["nodes"][number];

/** An abandoned checkout as a page gives it. */
export type RawCheckout = AbandonedCheckoutsQuery["abandonedCheckouts"]["nodes"][number];

function readDraftLine(line: DraftLineFragment): OrderLine {
  return {
    title: line.title,
    variant: line.variantTitle,
    sku: line.sku,
    quantity: line.quantity,
    unitPrice: readMoney(line.originalUnitPriceSet),
    total: readMoney(line.discountedTotalSet),
    attributes: readAttributes(line.customAttributes),
  };
}

function readCheckoutLine(line: CheckoutLineFragment): OrderLine {
  return {
    title: line.title ?? "",
    variant: line.variantTitle,
    sku: line.sku,
    quantity: line.quantity,
    unitPrice: readMoney(line.originalUnitPriceSet),
    total: readMoney(line.discountedTotalPriceSet),
    attributes: readAttributes(line.customAttributes),
  };
}

/** A draft order with all its lines. */
export function readDraftOrder(draft: RawDraftOrder, lines: readonly DraftLineFragment[]): DraftOrder {
  return {
    id: draft.id,
    name: draft.name,
    status: draft.status,
    email: draft.email,
    phone: draft.phone,
    note: draft.note2,
    tags: draft.tags,
    createdAt: draft.createdAt,
    updatedAt: draft.updatedAt,
    completedAt: draft.completedAt,
    invoiceSentAt: draft.invoiceSentAt,
    attributes: readAttributes(draft.customAttributes),
    billingAddress: readOptionalAddress(draft.billingAddress),
    shippingAddress: readOptionalAddress(draft.shippingAddress),
    total: readMoney(draft.totalPriceSet),
    lines: lines.map(readDraftLine),
  };
}

/** An abandoned checkout with all its lines. */
export function readCheckout(checkout: RawCheckout, lines: readonly CheckoutLineFragment[]): AbandonedCheckout {
  return {
    id: checkout.id,
    name: checkout.name,
    note: checkout.note === "" ? null : checkout.note,
    createdAt: checkout.createdAt,
    updatedAt: checkout.updatedAt,
    completedAt: checkout.completedAt,
    discountCodes: checkout.discountCodes,
    attributes: readAttributes(checkout.customAttributes),
    billingAddress: readOptionalAddress(checkout.billingAddress),
    shippingAddress: readOptionalAddress(checkout.shippingAddress),
    total: readMoney(checkout.totalPriceSet),
    lines: lines.map(readCheckoutLine),
  };
}
