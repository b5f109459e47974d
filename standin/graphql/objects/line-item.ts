import { gid } from "../../shop/ids.ts";
import type { OrderFacts, OrderLine } from "../../shop/make-order.ts";
import type { Fields } from "../context.ts";
import { bag, decimal } from "../money.ts";
import { productFields, variantFields } from "./product.ts";

/** The one tax of an order. */
export const taxLines = (cents: number): Fields[] => [
  {
    title: "Sales tax",
    rate: null,
    ratePercentage: null,
    price: decimal(cents),
    priceSet: bag(cents),
    source: "Shopify",
    channelLiable: false,
  },
];

/** A `LineItem` of an order. */
export function lineFields(order: OrderFacts, line: OrderLine): Fields {
  const sum = line.unit * line.quantity;
  const variant = line.product.variants[line.variant] ?? "";
  const refunded = order.refund?.line.id === line.id ? order.refund.quantity : 0;
  return {
    __typename: "LineItem",
    id: gid("LineItem", line.id),
    title: line.product.title,
    name: `${line.product.title} - ${variant}`,
    variantTitle: variant,
    sku: `RW-${String(100 + line.product.index)}-${String(line.variant + 1)}`,
    vendor: "Rosewood Jewellery",
    quantity: line.quantity,
    currentQuantity: line.quantity - refunded,
    refundableQuantity: line.quantity - refunded,
    unfulfilledQuantity: order.shipment === null ? line.quantity : 0,
    nonFulfillableQuantity: 0,
    customAttributes: line.engraving === null ? [] : [{ key: "Engraving", value: line.engraving }],
    originalUnitPriceSet: bag(line.unit),
    discountedUnitPriceSet: bag(line.unit),
    discountedUnitPriceAfterAllDiscountsSet: bag(line.unit),
    originalTotalSet: bag(sum),
    discountedTotalSet: bag(sum),
    totalDiscountSet: bag(0),
    originalTotal: decimal(sum),
    isGiftCard: false,
    requiresShipping: true,
    restockable: true,
    taxable: true,
    taxLines: [],
    discountAllocations: [],
    duties: [],
    merchantEditable: true,
    product: () => productFields(line.product),
    variant: () => variantFields(line.product, line.variant),
  };
}
