import type { Cover, PackageSource } from "./cover.ts";
import type { Money, Order, PostalAddress } from "./items.ts";
import type { Section, SectionItems } from "./sections.ts";

/** Items by section, for tests and for looking at a package: what a source gives. */
export type Sample = { readonly [S in Section]?: readonly SectionItems[S][] };

const chf = (amount: string): Money => ({ amount, currency: "CHF" });

/** A cover with every field set. */
export const SAMPLE_COVER: Cover = {
  shop: {
    name: "Rosewood Jewellery",
    domain: "rosewood-jewellery.myshopify.com",
    contactEmail: "privacy@rosewood.example",
    timeZone: "Europe/Zurich",
  },
  person: { name: "شیرین فرهادی", email: "shirin@example.com" },
  request: {
    id: "0192f0a0-0000-7000-8000-000000000001",
    receivedAt: "2026-11-02T09:15:00Z",
    deadline: "2026-12-02T23:59:59Z",
    law: "General Data Protection Regulation, Article 15",
  },
  generatedAt: "2026-11-03T10:00:00Z",
  purposes: [],
  recipients: [],
  retention: [],
  missing: [],
};

const ADDRESS: PostalAddress = {
  name: "شیرین فرهادی",
  company: null,
  address1: "Rämistrasse 71",
  address2: null,
  postalCode: "8006",
  city: "Zürich",
  province: null,
  provinceCode: null,
  country: "Switzerland",
  countryCode: "CH",
  phone: "+41 44 000 00 00",
};

function refundsAt(at: string): Order["refunds"] {
  return [
    {
      createdAt: at,
      note: "Box damaged",
      total: chf("50.00"),
      lines: [{ title: "Moonstone ring", sku: "RNG-54", quantity: 1, restock: "NO_RESTOCK", subtotal: chf("50.00") }],
    },
  ];
}

function fulfilmentsAt(at: string, index: number): Order["fulfilments"] {
  return [
    {
      name: `#${1001 + index}.1`,
      status: "DELIVERED",
      createdAt: at,
      deliveredAt: at,
      quantity: 1,
      tracking: [{ company: "Swiss Post", number: "99.00.123456", url: "https://post.example/99" }],
    },
  ];
}

function transactionsAt(at: string): Order["transactions"] {
  return [
    {
      kind: "SALE",
      status: "SUCCESS",
      test: false,
      at,
      amount: chf("1262.00"),
      gateway: "Shopify Payments",
      method: "visa",
      cardBrand: "Visa",
      cardLast4: "4242",
    },
  ];
}

function journeyAt(at: string, index: number): Order["journey"] {
  return {
    orderNumber: index + 1,
    daysToOrder: 3,
    firstVisit: {
      at,
      landingPage: "https://rosewood.example/",
      referrer: "https://search.example/",
      source: "search",
      sourceDescription: null,
      campaign: { medium: "cpc" },
    },
    lastVisit: null,
  };
}

/** The `index`-th order of a history of about eight orders a month. */
export function sampleOrder(index: number): Order {
  const at = new Date(Date.UTC(2000, 0, 1) + index * 90 * 3_600_000).toISOString();
  return {
    id: `gid://shopify/Order/${index + 1}`,
    name: `#${1001 + index}`,
    createdAt: at,
    processedAt: at,
    cancelledAt: null,
    cancelReason: null,
    closedAt: at,
    test: false,
    email: "shirin@example.com",
    phone: null,
    note: index % 10 === 0 ? "=cmd|'/C calc'!A0" : null,
    tags: ["gift"],
    attributes: [{ name: "Engraving", value: "<b>Für immer</b> & ewig" }],
    poNumber: null,
    source: "web",
    ipAddress: "203.0.113.7",
    locale: "de-CH",
    acceptsMarketing: false,
    discountCodes: [],
    paymentGateways: ["shopify_payments"],
    paymentStatus: "PARTIALLY_REFUNDED",
    deliveryStatus: "FULFILLED",
    shippingMethod: "Registered post",
    billingAddress: ADDRESS,
    shippingAddress: ADDRESS,
    subtotal: chf("1250.00"),
    discounts: chf("0.0"),
    shipping: chf("12.00"),
    tax: chf("90.23"),
    total: chf("1262.00"),
    refunded: chf("50.00"),
    lines: [
      {
        title: "Moonstone ring",
        variant: "54",
        sku: "RNG-54",
        quantity: 1,
        unitPrice: chf("1250.00"),
        total: chf("1250.00"),
        attributes: [],
      },
    ],
    refunds: refundsAt(at),
    fulfilments: fulfilmentsAt(at, index),
    transactions: transactionsAt(at),
    risk: {
      recommendation: "ACCEPT",
      assessments: [{ level: "LOW", facts: [{ description: "Billing country matches", sentiment: "POSITIVE" }] }],
    },
    journey: journeyAt(at, index),
  };
}

/** A source of items that are there already, in pages of eight. */
export function sampleSource(sample: Sample): PackageSource {
  return {
    parts: async function* <S extends Section>(section: S) {
      const items: readonly SectionItems[S][] = sample[section] ?? [];
      for (let start = 0; start < items.length; start += 8) {
        await Promise.resolve();
        yield items.slice(start, start + 8);
      }
    },
  };
}
