import type { CustomerFacts } from "../shop/make-shop.ts";
import { identityOf } from "../graphql/objects/customer.ts";
import { orderId } from "../shop/ids.ts";
import { shopFacts, shopState, type World } from "../world.ts";

/** Who a compliance webhook is about. A guest is known by e-mail only. */
export type Subject = { customer: CustomerFacts } | { email: string };

/** The customer with this id (number or gid) or e-mail address, else a guest of this address. */
export function findSubject(world: World, shop: string, wanted: string): Subject {
  const context = { shop: shopState(world, shop) };
  const id = wanted.replace(/^gid:\/\/shopify\/Customer\//, "");
  const customer = shopFacts(world, shop).customers.find(
    (one) => String(one.id) === id || identityOf(context, one).email?.toLowerCase() === wanted.toLowerCase(),
  );
  if (customer !== undefined) return { customer };
  if (!wanted.includes("@")) throw new Error(`No customer ${wanted}`);
  return { email: wanted };
}

function customerPart(world: World, shop: string, subject: Subject): object {
  if ("email" in subject) return { email: subject.email };
  const { email, phone } = identityOf({ shop: shopState(world, shop) }, subject.customer);
  return { id: subject.customer.id, email, phone };
}

const orderIds = (subject: Subject): number[] =>
  "email" in subject
    ? []
    : Array.from({ length: subject.customer.orderCount }, (_, order) => orderId(subject.customer.index, order));

const shopPart = (world: World, shop: string): { shop_id: number; shop_domain: string } => ({
  shop_id: shopState(world, shop).id,
  shop_domain: shop,
});

/** Shapes: https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance */
export const dataRequestPayload = (world: World, shop: string, subject: Subject, request: number): object => ({
  ...shopPart(world, shop),
  orders_requested: orderIds(subject),
  customer: customerPart(world, shop, subject),
  data_request: { id: request },
});

export const customerRedactPayload = (world: World, shop: string, subject: Subject): object => ({
  ...shopPart(world, shop),
  customer: customerPart(world, shop, subject),
  orders_to_redact: orderIds(subject),
});

export const shopRedactPayload = (world: World, shop: string): object => shopPart(world, shop);

/** `app/uninstalled` carries the shop; a selection of its fields. */
export const uninstalledPayload = (world: World, shop: string): object => {
  const { id, name } = shopState(world, shop);
  return {
    id,
    name,
    domain: shop,
    myshopify_domain: shop,
    email: "rosa@rosewood.example",
    shop_owner: "Rosa Wood",
    country_code: "US",
    currency: "USD",
    iana_timezone: "America/New_York",
    plan_name: "basic",
    created_at: "2021-04-12T10:00:00Z",
  };
};

/** `app/scopes_update`. */
export const scopesUpdatePayload = (
  shopId: number,
  previous: readonly string[],
  current: readonly string[],
  at: string,
): object => ({
  id: shopId,
  previous,
  current,
  updated_at: at,
});
