import type {
  AbandonedCheckout,
  Address,
  CandorRecord,
  DraftOrder,
  MarketingConsent,
  Metafield,
  Order,
  Profile,
} from "./items.ts";

/** The kinds of data in an access package, in the order in which a person reads them. */
export const SECTIONS = [
  "profile",
  "addresses",
  "marketing-consent",
  "orders",
  "draft-orders",
  "abandoned-checkouts",
  "metafields",
  "candor",
] as const;
export type Section = (typeof SECTIONS)[number];

/** What one item of each section is. */
export interface SectionItems {
  readonly profile: Profile;
  readonly addresses: Address;
  readonly "marketing-consent": MarketingConsent;
  readonly orders: Order;
  readonly "draft-orders": DraftOrder;
  readonly "abandoned-checkouts": AbandonedCheckout;
  readonly metafields: Metafield;
  readonly candor: CandorRecord;
}

/** How a section is called for a person, what it holds, and from where it came. */
export const SECTION_WORDS: Readonly<Record<Section, { title: string; about: string; source: string }>> = {
  profile: {
    title: "Profile",
    about: "Your customer record: name, contact details, notes, tags, and what Shopify predicts about your purchases.",
    source: "The store's customer records at Shopify",
  },
  addresses: {
    title: "Addresses",
    about: "Addresses saved with your customer record.",
    source: "The store's customer records at Shopify",
  },
  "marketing-consent": {
    title: "Marketing consent",
    about: "Whether you agreed to advertising, through which channel, and since when.",
    source: "The store's customer records at Shopify",
  },
  orders: {
    title: "Orders",
    about: "What you bought, with deliveries, payments, refunds, fraud checks and the visits that led to an order.",
    source: "The store's orders at Shopify",
  },
  "draft-orders": {
    title: "Draft orders",
    about: "Orders that the store prepared for you, for example as an offer.",
    source: "The store's draft orders at Shopify",
  },
  "abandoned-checkouts": {
    title: "Unfinished checkouts",
    about: "Purchases that you began and did not finish.",
    source: "The store's checkouts at Shopify",
  },
  metafields: {
    title: "Additional fields",
    about: "Further details that the store or one of its apps keeps with your customer record.",
    source: "The store's customer records at Shopify",
  },
  candor: {
    title: "Privacy records",
    about: "What the store's privacy app Candor holds about you: requests, consents and their history.",
    source: "Candor, the store's privacy app",
  },
};
