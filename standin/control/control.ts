import { deliver, type Delivery, type DeliveryOptions } from "../deliveries/deliver.ts";
import { deliverMany, type ManyOptions } from "../deliveries/deliver-many.ts";
import { passTime, runDue } from "../deliveries/pass-time.ts";
import { customerRedactPayload, dataRequestPayload, findSubject, shopRedactPayload } from "../deliveries/payloads.ts";
import { launchUrl } from "../admin/launch-app.ts";
import { STAFF } from "../staff.ts";
import type { DeliveryRecord, Erasure } from "../state.ts";
import { changeStorefront, type StorefrontChange } from "../storefront/storefront-state.ts";
import { DEMO_SHOP, nextId, shopState, type Bucket, type Faults, type World } from "../world.ts";
import type { StorefrontState } from "../state.ts";
import { requestErasure } from "./erase-customer.ts";
import { install, uninstall, updateScopes } from "./install.ts";

/** Everything a developer can make happen; the control page, its API, tests and the demo all go through here. */
export interface Control {
  /** The merchant asks for a customer's data (id or e-mail; an unknown e-mail is a guest). */
  requestData(who: string, shop?: string, options?: DeliveryOptions): Promise<DeliveryRecord[]>;
  /** The merchant erases a customer: by Shopify's waiting times, or `now`. A guest by e-mail is always now. */
  eraseCustomer(who: string, when: "rule" | "now", shop?: string): Promise<Erasure | DeliveryRecord[]>;
  uninstall(shop?: string): Promise<DeliveryRecord[]>;
  install(shop?: string): void;
  redactShop(shop?: string): Promise<DeliveryRecord[]>;
  updateScopes(scopes: readonly string[], shop?: string): Promise<DeliveryRecord[]>;
  /** Lets stand-in time pass; what falls due meanwhile happens. */
  advance(hours: number): Promise<void>;
  deliver(topic: string, payload: unknown, options?: DeliveryOptions, shop?: string): Promise<DeliveryRecord[]>;
  deliverMany(deliveries: readonly Delivery[], options?: ManyOptions): Promise<DeliveryRecord[]>;
  setBucket(bucket: Partial<Bucket>): Bucket;
  setFaults(faults: Partial<Faults>): Faults;
  /** What the merchant does in the theme editor, under Markets, Languages and Customer privacy. */
  setStorefront(change: StorefrontChange, shop?: string): StorefrontState;
  /** Forgets the page views and the calls of the Customer Privacy API so far. */
  forgetVisits(): void;
  /** Puts somebody else at the admin: 81001 the owner, 81002 an assistant who may not erase. */
  setStaff(id: number, shop?: string): void;
  /** The app's address with a fresh signed query, as the admin's frame gets it. */
  launchUrl(path?: string, shop?: string): Promise<string>;
  log(): readonly DeliveryRecord[];
}

/** The controls of this world. `shop` is the demo's when left out. */
export function makeControl(world: World): Control {
  return {
    requestData: (who, shop = DEMO_SHOP, options = {}) => {
      const payload = dataRequestPayload(world, shop, findSubject(world, shop, who), 9_000_000 + nextId(world));
      return deliver(world, { shop, topic: "customers/data_request", payload }, options);
    },
    eraseCustomer: (who, when, shop = DEMO_SHOP) => erase(world, who, when, shop),
    uninstall: (shop = DEMO_SHOP) => uninstall(world, shop),
    install: (shop = DEMO_SHOP) => {
      install(world, shop);
    },
    redactShop: (shop = DEMO_SHOP) =>
      deliver(world, { shop, topic: "shop/redact", payload: shopRedactPayload(world, shop) }),
    updateScopes: (scopes, shop = DEMO_SHOP) => updateScopes(world, shop, scopes),
    advance: (hours) => passTime(world, hours * 3_600_000),
    deliver: (topic, payload, options = {}, shop = DEMO_SHOP) => deliver(world, { shop, topic, payload }, options),
    deliverMany: (deliveries, options = {}) => deliverMany(world, deliveries, options),
    setBucket: (bucket) => Object.assign(world.bucket, bucket),
    setFaults: (faults) => Object.assign(world.faults, faults),
    setStorefront: (change, shop = DEMO_SHOP) => changeStorefront(world, shop, change),
    forgetVisits: () => {
      world.visits.views = [];
      world.visits.privacyCalls = [];
    },
    setStaff: (id, shop = DEMO_SHOP) => {
      if (!STAFF.some((staff) => staff.id === id)) throw new Error(`No staff member ${String(id)}`);
      shopState(world, shop).staff = id;
      world.changed();
    },
    launchUrl: (path = "/", shop = DEMO_SHOP) => launchUrl(world, shop, path),
    log: () => world.state.log,
  };
}

async function erase(
  world: World,
  who: string,
  when: "rule" | "now",
  shop: string,
): Promise<Erasure | DeliveryRecord[]> {
  const subject = findSubject(world, shop, who);
  if ("email" in subject)
    return deliver(world, { shop, topic: "customers/redact", payload: customerRedactPayload(world, shop, subject) });
  const erasure = requestErasure(world, shop, subject.customer.id, when === "now");
  await runDue(world);
  return erasure;
}
