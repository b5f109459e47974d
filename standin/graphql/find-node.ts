import { GraphQLError } from "graphql";
import { gid, installationId, readGid } from "../shop/ids.ts";
import { THEME } from "../storefront/content-for-header.ts";
import type { Context, Fields } from "./context.ts";
import { appFields, installationFields } from "./objects/app.ts";
import { bulkFields } from "./objects/bulk-operation.ts";
import { customerFields } from "./objects/customer.ts";
import { orderFields } from "./objects/order.ts";
import { refundFields } from "./objects/order-parts.ts";
import { findProduct, productFields, variantFields } from "./objects/product.ts";
import { shopFields } from "./objects/shop.ts";
import { marketById, themeFields } from "./objects/storefront.ts";
import { checkoutFields, draftOrderFields } from "./objects/unfinished.ts";

type Find = (context: Context, id: number) => Fields | null;

const unfinished = (context: Context, kind: "draftOrders" | "checkouts", id: number) =>
  context.facts[kind].find((item) => item.id === id);

const FIND: Readonly<Record<string, Find>> = {
  Customer: (context, id) => {
    const customer = context.facts.customerById(id);
    return customer === undefined ? null : customerFields(context, customer);
  },
  Order: (context, id) => {
    const order = context.facts.orderById(id);
    return order === undefined || order.createdAt.getTime() < context.ordersSince ? null : orderFields(order);
  },
  Refund: (context, id) => {
    // a refund's number begins with its order's
    const order = context.facts.orderById(Math.floor(id / 100));
    return order?.refund?.id === id ? refundFields(order, order.refund) : null;
  },
  Product: (_context, id) => {
    const found = findProduct(id);
    return found === undefined ? null : productFields(found.product);
  },
  ProductVariant: (_context, id) => {
    const found = findProduct(id);
    return found?.product.variants[found.variant] === undefined ? null : variantFields(found.product, found.variant);
  },
  DraftOrder: (context, id) => {
    const item = unfinished(context, "draftOrders", id);
    return item === undefined ? null : draftOrderFields(context, item);
  },
  AbandonedCheckout: (context, id) => {
    const item = unfinished(context, "checkouts", id);
    return item === undefined ? null : checkoutFields(context, item);
  },
  BulkOperation: (context, id) => {
    const bulk = context.shop.bulk.find((operation) => operation.id === id);
    return bulk === undefined ? null : bulkFields(context, bulk);
  },
  Shop: (context, id) => (id === context.shop.id ? shopFields(context) : null),
  App: (context) => appFields(context),
  AppInstallation: (context, id) =>
    gid("AppInstallation", id) === installationId ? installationFields(context) : null,
  OnlineStoreTheme: (context, id) => (id === THEME.id ? themeFields(context) : null),
  Market: (context, id) => marketById(context, id),
};

/** What has this id; null when nothing has. A kind that the stand-in cannot look up throws and says so. */
export function nodeById(context: Context, id: unknown): Fields | null {
  const read = readGid(String(id));
  if (read === undefined)
    throw new GraphQLError(`Invalid global id '${String(id)}'`, { extensions: { code: "INVALID_VARIABLE" } });
  const find = FIND[read.type];
  if (find === undefined) throw new GraphQLError(`stand-in: looking up a ${read.type} by id is not built`);
  return find(context, read.number);
}

/** As `nodeById`, for fields that only take ids of one kind. */
export function oneById(context: Context, type: string, id: unknown): Fields | null {
  return readGid(String(id))?.type === type ? nodeById(context, id) : null;
}
