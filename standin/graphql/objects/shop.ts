import { gid } from "../../shop/ids.ts";
import { STAFF, type Staff } from "../../staff.ts";
import type { Arguments, Context, Fields } from "../context.ts";
import { listCustomers } from "../list-people.ts";
import { listOrders } from "../list-orders.ts";
import { CURRENCY } from "../money.ts";
import { paginate } from "../paginate.ts";
import { customerFields } from "./customer.ts";
import { metafieldsOf } from "./metafields.ts";
import { orderFields } from "./order.ts";

const POLICY_TITLES: Readonly<Record<string, string>> = {
  CONTACT_INFORMATION: "Contact information",
  LEGAL_NOTICE: "Legal notice",
  PRIVACY_POLICY: "Privacy policy",
  REFUND_POLICY: "Refund policy",
  SHIPPING_POLICY: "Shipping policy",
  SUBSCRIPTION_POLICY: "Cancellation policy",
  TERMS_OF_SALE: "Terms of sale",
  TERMS_OF_SERVICE: "Terms of service",
};

/** A `ShopPolicy`; null when the shop has none of this type. */
export function policyFields(context: Context, type: string): Fields | null {
  const policy = context.shop.policies[type];
  const slug = type.toLowerCase().replaceAll("_", "-");
  if (policy === undefined) return null;
  return {
    __typename: "ShopPolicy",
    id: gid("ShopPolicy", 100 + Object.keys(POLICY_TITLES).indexOf(type)),
    type,
    title: POLICY_TITLES[type] ?? type,
    body: policy.body,
    createdAt: policy.createdAt,
    updatedAt: policy.updatedAt,
    url: `https://${context.shop.domain}/policies/${slug}`,
    translations: [],
  };
}

/** A `StaffMember`. */
export function staffFields(staff: Staff): Fields {
  return {
    __typename: "StaffMember",
    id: gid("StaffMember", staff.id),
    firstName: staff.firstName,
    lastName: staff.lastName,
    name: `${staff.firstName} ${staff.lastName}`,
    email: staff.email,
    locale: staff.locale,
    isShopOwner: staff.owner,
    active: true,
    exists: true,
    accountType: "REGULAR",
    initials: [staff.firstName.slice(0, 1), staff.lastName.slice(0, 1)],
    phone: null,
  };
}

function addressFields(context: Context): Fields {
  return {
    __typename: "ShopAddress",
    id: gid("ShopAddress", context.shop.id),
    company: context.shop.name,
    address2: null,
    coordinatesValidated: false,
    ...HOMES[context.world.settings.home ?? "US"],
  };
}

const HOMES: Readonly<Record<"US" | "DE", Fields>> = {
  US: {
    address1: "1 Rosewood Yard",
    city: "Baltimore",
    zip: "21201",
    province: "Maryland",
    provinceCode: "MD",
    country: "United States",
    countryCode: "US",
    countryCodeV2: "US",
    phone: "+12025550101",
    formatted: ["1 Rosewood Yard", "Baltimore MD 21201", "United States"],
    formattedArea: "Baltimore MD, United States",
  },
  DE: {
    address1: "Rosenholzhof 1",
    city: "Pforzheim",
    zip: "75172",
    province: null,
    provinceCode: null,
    country: "Germany",
    countryCode: "DE",
    countryCodeV2: "DE",
    phone: "+4972315550101",
    formatted: ["Rosenholzhof 1", "75172 Pforzheim", "Germany"],
    formattedArea: "Pforzheim, Germany",
  },
};

/** A `FulfillmentService`. */
function service(id: number, serviceName: string, handle: string, type: "MANUAL" | "THIRD_PARTY"): Fields {
  return {
    ...{ __typename: "FulfillmentService", id: gid("FulfillmentService", id), serviceName, handle, type },
    ...{ callbackUrl: null, inventoryManagement: false, location: null, trackingSupport: type === "THIRD_PARTY" },
    ...{ fulfillmentOrdersOptIn: true, requiresShippingMethod: true },
  };
}

const SERVICES: Fields = {
  fulfillmentServices: [service(1, "Manual", "manual", "MANUAL"), service(2, "Sendcloud", "sendcloud", "THIRD_PARTY")],
  paymentSettings: { supportedDigitalWallets: ["SHOPIFY_PAY", "APPLE_PAY", "GOOGLE_PAY"] },
};

/** Its host is the shop's, its address the stand-in's storefront: links in mails must lead there. */
function domainFields({ shop, world }: Context): Fields {
  const id = gid("Domain", shop.id);
  return { __typename: "Domain", id, host: shop.domain, url: world.urls.storefront, sslEnabled: true };
}

/** The `Shop`. */
export function shopFields(context: Context): Fields {
  const { shop } = context;
  const owner = STAFF.find((staff) => staff.owner);
  const url = `https://${shop.domain}`;
  const domain = domainFields(context);
  return {
    __typename: "Shop",
    id: gid("Shop", shop.id),
    name: shop.name,
    email: owner?.email,
    contactEmail: "hello@rosewood.example",
    shopOwnerName: owner === undefined ? "" : `${owner.firstName} ${owner.lastName}`,
    accountOwner: () => (owner === undefined ? null : staffFields(owner)),
    myshopifyDomain: shop.domain,
    primaryDomain: domain,
    domains: [domain],
    url,
    description: "Small-batch jewellery, made to be worn every day.",
    createdAt: "2021-04-12T10:00:00Z",
    updatedAt: "2026-01-07T10:00:00Z",
    currencyCode: CURRENCY,
    enabledPresentmentCurrencies: [CURRENCY],
    currencyFormats: {
      moneyFormat: "${{amount}}",
      moneyInEmailsFormat: "${{amount}}",
      moneyWithCurrencyFormat: "${{amount}} USD",
      moneyWithCurrencyInEmailsFormat: "${{amount}} USD",
    },
    ianaTimezone: "America/New_York",
    timezoneAbbreviation: "EST",
    timezoneOffset: "-0500",
    timezoneOffsetMinutes: -300,
    taxesIncluded: false,
    taxShipping: false,
    unitSystem: "METRIC_SYSTEM",
    weightUnit: "GRAMS",
    setupRequired: false,
    checkoutApiSupported: true,
    customerAccounts: "OPTIONAL",
    transactionalSmsDisabled: false,
    marketingSmsConsentEnabledAtCheckout: true,
    orderNumberFormatPrefix: "#",
    orderNumberFormatSuffix: "",
    shipsToCountries: ["US", "CA", "GB", "DE", "FR", "BR", "KR", "JP", "NZ", "AU"],
    plan: { displayName: "Basic", publicDisplayName: "Basic", partnerDevelopment: false, shopifyPlus: false },
    shopAddress: addressFields(context),
    billingAddress: addressFields(context),
    alerts: [],
    ...SERVICES,
    shopPolicies: () =>
      Object.keys(POLICY_TITLES)
        .map((type) => policyFields(context, type))
        .filter((policy) => policy !== null),
    customers: (args: Arguments) =>
      paginate(context, args, listCustomers(context, args["query"]), (customer) => customerFields(context, customer)),
    orders: (args: Arguments) =>
      paginate(context, args, listOrders(context, args["query"]), (order) => orderFields(order)),
    ...metafieldsOf(gid("Shop", shop.id)),
  };
}
