import { PRODUCTS } from "../shop/products.ts";
import { STAFF } from "../staff.ts";
import type { Arguments, Context, Field } from "./context.ts";
import { nodeById, oneById } from "./find-node.ts";
import { listOrders } from "./list-orders.ts";
import { listCustomers, listUnfinished } from "./list-people.ts";
import { ownApp, installationFields } from "./objects/app.ts";
import { bulkFields } from "./objects/bulk-operation.ts";
import { customerFields } from "./objects/customer.ts";
import { orderFields } from "./objects/order.ts";
import { PAGE_QUERIES } from "./objects/page.ts";
import { consentPolicies, consentPolicyRegions, privacySettings } from "./objects/privacy.ts";
import { productFields } from "./objects/product.ts";
import { shopFields, staffFields } from "./objects/shop.ts";
import { checkoutFields, draftOrderFields } from "./objects/unfinished.ts";
import { STOREFRONT_QUERIES } from "./objects/storefront.ts";
import { emptyPage, listingOf, paginate, type Listing } from "./paginate.ts";
import { matcher, sameText } from "./search-query.ts";

/** Counts stop at 10,000 unless a limit says otherwise, as Shopify's do. */
function count(listing: Listing<unknown>, args: Arguments): object {
  const limit = typeof args["limit"] === "number" ? args["limit"] : 10_000;
  return listing.total > limit ? { count: limit, precision: "AT_LEAST" } : { count: listing.total, precision: "EXACT" };
}

function customerByIdentifier(args: Arguments, context: Context): unknown {
  const wanted = args["identifier"] as { id?: string; emailAddress?: string; phoneNumber?: string };
  if (wanted.id !== undefined) return oneById(context, "Customer", wanted.id);
  const query =
    wanted.emailAddress === undefined ? `phone:"${wanted.phoneNumber ?? ""}"` : `email:"${wanted.emailAddress}"`;
  const found = listCustomers(context, query);
  return found.total === 0 ? null : customerFields(context, found.at(0));
}

function products(args: Arguments, context: Context): unknown {
  const fits = matcher<(typeof PRODUCTS)[number]>("products", args["query"], {
    "": (product, term) => product.title.toLowerCase().includes(term.value.toLowerCase()),
    title: (product, term) => sameText(product.title, term),
    product_type: (product, term) => sameText(product.type, term),
    status: (_product, term) => sameText("active", term),
  });
  return paginate(context, args, listingOf(fits ? PRODUCTS.filter(fits) : PRODUCTS), productFields);
}

/** `currentBulkOperation`: the latest one. */
function latestBulk(_: Arguments, context: Context): unknown {
  const latest = context.shop.bulk.at(-1);
  return latest === undefined ? null : bulkFields(context, latest);
}

/** Where queries begin. Subscriptions of a `shopify.app.toml` are not in `webhookSubscriptions`, as at Shopify. */
export const QUERY: Readonly<Record<string, Field>> = {
  shop: (_, context) => shopFields(context),
  node: (args, context) => nodeById(context, args["id"]),
  nodes: (args, context) => (args["ids"] as unknown[]).map((id) => nodeById(context, id)),
  customer: (args, context) => oneById(context, "Customer", args["id"]),
  customerByIdentifier,
  customers: (args, context) =>
    paginate(context, args, listCustomers(context, args["query"]), (customer) => customerFields(context, customer)),
  customersCount: (args, context) => count(listCustomers(context, args["query"]), args),
  order: (args, context) => oneById(context, "Order", args["id"]),
  refund: (args, context) => oneById(context, "Refund", args["id"]),
  orders: (args, context) => paginate(context, args, listOrders(context, args["query"]), (order) => orderFields(order)),
  ordersCount: (args, context) => count(listOrders(context, args["query"]), args),
  draftOrder: (args, context) => oneById(context, "DraftOrder", args["id"]),
  draftOrders: (args, context) =>
    paginate(context, args, listUnfinished(context, "draftOrders", args["query"]), (item) =>
      draftOrderFields(context, item),
    ),
  draftOrdersCount: (args, context) => count(listUnfinished(context, "draftOrders", args["query"]), args),
  abandonedCheckouts: (args, context) =>
    paginate(context, args, listUnfinished(context, "checkouts", args["query"]), (item) =>
      checkoutFields(context, item),
    ),
  abandonedCheckoutsCount: (args, context) => count(listUnfinished(context, "checkouts", args["query"]), args),
  product: (args, context) => oneById(context, "Product", args["id"]),
  products,
  app: ownApp,
  appByKey: (args, context) => (args["apiKey"] === context.world.settings.apiKey ? ownApp(args, context) : null),
  appInstallation: (_, context) => installationFields(context),
  currentAppInstallation: (_, context) => installationFields(context),
  currentStaffMember: (_, context) => {
    const staff = STAFF.find((member) => member.id === context.token.staff);
    return staff === undefined ? null : staffFields(staff);
  },
  consentPolicy: consentPolicies,
  consentPolicyRegions,
  privacySettings,
  bulkOperation: (args, context) => oneById(context, "BulkOperation", args["id"]),
  bulkOperations: (args, context) =>
    paginate(context, args, listingOf(context.shop.bulk), (bulk) => bulkFields(context, bulk)),
  currentBulkOperation: latestBulk,
  webhookSubscriptions: emptyPage,
  webhookSubscriptionsCount: () => ({ count: 0, precision: "EXACT" }),
  ...STOREFRONT_QUERIES,
  ...PAGE_QUERIES,
};
