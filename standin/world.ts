import type { Clock } from "./clock.ts";
import type { AppConfig } from "./read-app-config.ts";
import { fillProcessors, newProcessors, type Processors } from "./processors/processors.ts";
import { makeShop, type ShopFacts } from "./shop/make-shop.ts";
import { STAFF } from "./staff.ts";
import type { ShopState, State } from "./state.ts";

/** How this stand-in was started. */
export interface Settings {
  /** Where the app's server listens. */
  appUpstream: string;
  apiKey: string;
  /** Newest first, as Shopify rotates them; the first one signs. */
  apiSecrets: readonly string[];
  /** Life of an access token in seconds. Shopify: 3,600. */
  tokenTtl: number;
  seed: string;
  small: boolean;
  /** Where the store is established; the United States when left out. */
  home?: "US" | "DE" | undefined;
  /** Folder of the theme app extension, as Shopify's CLI would upload it. */
  extension: string;
}

/** Points of the leaky bucket. */
export interface Bucket {
  maximum: number;
  perSecond: number;
}

/** Ways to make Shopify misbehave. */
export interface Faults {
  /** Extra milliseconds before every Admin API answer. */
  apiDelay: number;
  /** Status to answer the next `apiFailures` Admin API requests with. */
  apiStatus: number;
  apiFailures: number;
  /** Mutations that answer as if they had done what they were asked, and do nothing. */
  apiLies: readonly string[];
  /** Milliseconds before the Customer Privacy API's script comes. */
  privacyDelay: number;
  /** "never": its script hangs; "error": it answers 500. */
  privacyApi: "ok" | "never" | "error";
  /** How many of the next `setTrackingConsent` calls fail. */
  consentFailures: number;
}

/** One call of the Customer Privacy API by a script on a page. */
export interface PrivacyCall {
  /** ISO 8601, stand-in's own clock of this machine. */
  at: string;
  method: string;
  args: unknown;
  /** What it gave back, or how `setTrackingConsent` ended: "stored" or "failed". */
  result: unknown;
  page: string;
}

/** A page that a visitor opened. */
export interface PageView {
  at: string;
  path: string;
  region: string;
  locale: string;
  tags: readonly string[];
}

/** What visitors did on the storefront since the start; kept in memory only. */
export interface Visits {
  views: PageView[];
  privacyCalls: PrivacyCall[];
}

/** Addresses, all `http://localhost:PORT` without a slash at the end. */
export interface Urls {
  /** The app as a browser sees it: the tunnel. */
  app: string;
  admin: string;
  storefront: string;
  mail: string;
  smtp: string;
  tags: string;
  processors: string;
}

/** Everything that the parts of the stand-in share. */
export interface World {
  settings: Settings;
  app: AppConfig;
  clock: Clock;
  /** The app's own time: what is checked against it (tokens, signed queries) is made by it. */
  appClock: Clock;
  state: State;
  bucket: Bucket;
  faults: Faults;
  urls: Urls;
  visits: Visits;
  /** To be called after every change of `state`. */
  changed(): void;
}

/** The shop whose name is not ours to choose: the demo's. */
export const DEMO_SHOP = "rosewood-jewellery.myshopify.com";

/** True for `anything.myshopify.com`. */
export const isShopDomain = (domain: string): boolean => /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/.test(domain);

const CONSENT = [
  { countryCode: "DE", regionCode: null, consentRequired: true, dataSaleOptOutRequired: false },
  { countryCode: "US", regionCode: "USCA", consentRequired: false, dataSaleOptOutRequired: true },
];

function newShop(world: World, domain: string): ShopState {
  const handle = domain.split(".")[0] ?? "";
  const now = new Date(world.clock.now()).toISOString();
  return {
    domain,
    name: handle.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => (dash && " ") + letter.toUpperCase()),
    id: 548_380_000 + Object.keys(world.state.shops).length,
    staff: STAFF[0]?.id ?? 0,
    installedAt: now,
    uninstalledAt: null,
    scopes: [...world.app.scopes],
    edits: {},
    metafields: {},
    erasures: [],
    policies: {
      REFUND_POLICY: {
        body: "<p>Send it back within 30 days. Engraved pieces are made for you and cannot be returned.</p>",
        createdAt: now,
        updatedAt: now,
      },
    },
    consentPolicies: CONSENT.map((policy) => ({ ...policy })),
    disabledFeatures: [],
    bulk: [],
  };
}

/** The state of a shop, which is made (with the app installed) when it is first mentioned. */
export function shopState(world: World, domain: string): ShopState {
  if (!isShopDomain(domain)) throw new Error(`Not a shop domain: ${domain}`);
  const known = world.state.shops[domain];
  if (known !== undefined) return known;
  const shop = newShop(world, domain);
  world.state.shops[domain] = shop;
  world.changed();
  return shop;
}

/** What the servers of other companies know; at first they have most of the demo's customers. */
export function processorsState(world: World): Processors {
  if (world.state.processors === undefined) {
    world.state.processors = newProcessors();
    fillProcessors(world.state.processors);
  }
  return world.state.processors;
}

const facts = new WeakMap<World, Map<string, ShopFacts>>();

/** The generated data of a shop; the demo's is the same for the same seed, other shops differ from it. */
export function shopFacts(world: World, domain: string): ShopFacts {
  const known = facts.get(world) ?? new Map<string, ShopFacts>();
  facts.set(world, known);
  const made =
    known.get(domain) ??
    makeShop(`${world.settings.seed}/${domain}`, new Date(world.state.today), world.settings.small);
  known.set(domain, made);
  return made;
}

/** A number nobody has used, for ids of things made at run time. */
export function nextId(world: World): number {
  world.state.nextId += 1;
  world.changed();
  return world.state.nextId;
}
