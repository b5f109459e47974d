/**
 * Ids are arithmetic, so that an order can be found by its id without a table: 2,500 or 26,000 orders cost nothing
 * until somebody asks for them. All stay below 2^53.
 */
const CUSTOMER = 7_100_000_000_000;
const ORDER = 5_400_000_000_000;
const PER_CUSTOMER = 1_000_000;

/** `gid://shopify/Order/123` */
export const gid = (type: string, id: number | string): string => `gid://shopify/${type}/${id}`;

/** The app's installation in a shop: the owner of the app-data metafields. */
export const installationId = gid("AppInstallation", 90_210);

/** The type and number of `gid://shopify/Order/123`; undefined when it is not such an id. */
export function readGid(id: string): { type: string; number: number } | undefined {
  const found = /^gid:\/\/shopify\/([A-Za-z]+)\/(\d+)(?:\?.*)?$/.exec(id);
  return found?.[1] === undefined ? undefined : { type: found[1], number: Number(found[2]) };
}

export const customerId = (customer: number): number => CUSTOMER + customer * 137;

/** The index of the customer with this id; undefined when no customer has it. */
export function customerIndex(id: number): number | undefined {
  const index = (id - CUSTOMER) / 137;
  return Number.isInteger(index) && index >= 0 && index < PER_CUSTOMER ? index : undefined;
}

export const orderId = (customer: number, order: number): number => ORDER + customer * PER_CUSTOMER + order;

/** Which customer's which order has this id. */
export function orderIndex(id: number): { customer: number; order: number } {
  const rest = id - ORDER;
  return { customer: Math.floor(rest / PER_CUSTOMER), order: rest % PER_CUSTOMER };
}

/** The id of the `part`th piece (line, refund, …) of an order; kinds differ by the GraphQL type in front. */
export const partId = (order: number, part: number): number => order * 100 + part;
