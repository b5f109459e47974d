import { gid } from "../../shop/ids.ts";
import type { CustomerFacts } from "../../shop/make-shop.ts";
import type { AddressEdit, CustomerEdit, StoredMetafield } from "../../state.ts";
import type { Arguments, Context, Fields } from "../context.ts";
import { lastChangeOf } from "../last-change.ts";
import { listOrders } from "../list-orders.ts";
import { emptyPage, listingOf, paginate, reversed } from "../paginate.ts";
import { CURRENCY, money } from "../money.ts";
import { addressFields, addressOf } from "./address.ts";
import { metafieldsOf } from "./metafields.ts";
import { orderFields } from "./order.ts";

/** Who a customer is now: as made, with later edits; erased people have neither name nor ways to reach them. */
export interface Identity {
  first: string | null;
  last: string | null;
  email: string | null;
  phone: string | null;
  redacted: boolean;
}

export function identityOf(context: Pick<Context, "shop">, customer: CustomerFacts): Identity {
  const edit = context.shop.edits[customer.id] ?? {};
  const { person } = customer;
  if (edit.redacted === true) return { first: null, last: null, email: null, phone: null, redacted: true };
  return {
    first: edit.firstName === undefined ? person.first : edit.firstName,
    last: edit.lastName === undefined ? person.last : edit.lastName,
    email: edit.email === undefined ? person.email : edit.email,
    phone: edit.phone === undefined ? person.phone : edit.phone,
    redacted: false,
  };
}

function consentFields(customer: CustomerFacts, who: Identity, edit: CustomerEdit): Fields {
  const { emailConsent, smsConsent } = customer;
  const optIn = "SINGLE_OPT_IN";
  const asMade = ({ state, at }: typeof emailConsent) => ({ state, at: at?.toISOString() ?? null });
  const email = who.email === null ? null : (edit.emailMarketing ?? asMade(emailConsent));
  const { state: marketingState, at: consentUpdatedAt } = edit.smsMarketing ?? asMade(smsConsent);
  const sms = { marketingState, consentUpdatedAt };
  return {
    defaultEmailAddress: email && {
      emailAddress: who.email,
      marketingState: email.state,
      marketingOptInLevel: optIn,
      marketingUpdatedAt: email.at,
      openTrackingLevel: "UNKNOWN",
      sourceLocation: null,
      validFormat: true,
    },
    emailMarketingConsent: email && {
      marketingState: email.state,
      marketingOptInLevel: optIn,
      consentUpdatedAt: email.at,
      sourceLocation: null,
    },
    defaultPhoneNumber: who.phone === null ? null : phoneFields(who.phone, sms, optIn),
    smsMarketingConsent:
      who.phone === null
        ? null
        : { ...sms, marketingOptInLevel: optIn, consentCollectedFrom: "SHOPIFY", sourceLocation: null },
  };
}

function phoneFields(
  phone: string,
  sms: { marketingState: string; consentUpdatedAt: string | null },
  level: string,
): Fields {
  return {
    phoneNumber: phone,
    marketingState: sms.marketingState,
    marketingOptInLevel: level,
    marketingUpdatedAt: sms.consentUpdatedAt,
    marketingCollectedFrom: "SHOPIFY",
    sourceLocation: null,
    smsMarketingConsent: {
      // another list of states than the older field's: what is not subscribed there was never subscribed here
      state: sms.marketingState === "NOT_SUBSCRIBED" ? "NEVER_SUBSCRIBED" : sms.marketingState,
      optInLevel: level,
      updatedAt: sms.consentUpdatedAt,
      collectedFrom: "SHOPIFY",
      sourceLocation: null,
    },
    whatsAppMarketingConsent: { state: "NEVER_SUBSCRIBED", optInLevel: null, updatedAt: null, collectedFrom: null },
  };
}

/** The saved addresses, the default first. */
export function addressesOf(context: Pick<Context, "shop">, customer: CustomerFacts): readonly AddressEdit[] {
  const edit = context.shop.edits[customer.id] ?? {};
  if (edit.redacted === true) return [];
  return edit.addresses ?? [addressOf(customer.person, customer.id * 10)];
}

function ringSize(customer: CustomerFacts): StoredMetafield[] {
  const at = customer.createdAt.toISOString();
  const field = { namespace: "fitting", createdAt: at, updatedAt: at };
  const id = customer.id * 10;
  if (customer.index % 3 !== 0) return [];
  return [
    { ...field, id, key: "ring_size", type: "number_decimal", value: String(5 + (customer.index % 4)) },
    { ...field, id: id + 1, key: "anniversary", type: "date", value: `2015-0${String(1 + (customer.index % 9))}-12` },
  ];
}

function orderParts(customer: CustomerFacts): Fields {
  const own = `customer_id:${String(customer.id)}`;
  const lifetime = (context: Context): number => {
    // Of very long histories a sample is multiplied: nobody reads cents of 26,000 orders.
    const sample = Math.min(customer.orderCount, 200);
    let sum = 0;
    for (let order = 0; order < sample; order += 1) sum += context.facts.orderOf(customer, order).total;
    return sample === 0 ? 0 : Math.round((sum / sample) * customer.orderCount);
  };
  return {
    numberOfOrders: String(customer.orderCount),
    amountSpent: (_: Arguments, context: Context) => money(lifetime(context)),
    orders: (args: Arguments, context: Context) => {
      const query = typeof args["query"] === "string" ? `${own} AND ${args["query"]}` : own;
      return paginate(context, args, listOrders(context, query), (order) => orderFields(order));
    },
    lastOrder: (_: Arguments, context: Context) => {
      const orders = reversed(listOrders(context, own));
      return orders.total === 0 ? null : orderFields(orders.at(0));
    },
  };
}

/** A `Customer`. */
export function customerFields(context: Context, customer: CustomerFacts): Fields {
  const who = identityOf(context, customer);
  const edit = context.shop.edits[customer.id] ?? {};
  const id = gid("Customer", customer.id);
  const name = [who.first, who.last].filter(Boolean).join(" ");
  const address = (): Fields[] => addressesOf(context, customer).map(addressFields);
  const created = customer.createdAt.toISOString();
  return {
    __typename: "Customer",
    id,
    legacyResourceId: String(customer.id),
    firstName: who.first,
    lastName: who.last,
    displayName: name || who.email || "Erased customer",
    email: who.email,
    phone: who.phone,
    locale: customer.person.locale,
    note: who.redacted ? null : edit.note === undefined ? customer.note : edit.note,
    tags: edit.tags ?? customer.tags,
    state: customer.orderCount > 2 ? "ENABLED" : "DISABLED",
    verifiedEmail: customer.orderCount > 0,
    validEmailAddress: who.email !== null,
    taxExempt: false,
    taxExemptions: [],
    dataSaleOptOut: edit.saleOptOut ?? false,
    canDelete: customer.orderCount === 0,
    createdAt: created,
    updatedAt: lastChangeOf(context, customer).toISOString(),
    lifetimeDuration: "about 1 year",
    multipassIdentifier: null,
    productSubscriberStatus: "NEVER_SUBSCRIBED",
    hasTimelineComment: false,
    companyContactProfiles: [],
    identityProviderSubjects: [],
    statistics: { predictedSpendTier: null, rfmGroup: null },
    market: null,
    addresses: address,
    defaultAddress: () => address()[0] ?? null,
    addressesV2: (args: Arguments) => paginate(context, args, listingOf(address()), (fields) => fields),
    events: emptyPage,
    paymentMethods: emptyPage,
    storeCreditAccounts: emptyPage,
    subscriptionContracts: emptyPage,
    storeCurrency: CURRENCY,
    ...consentFields(customer, who, edit),
    ...orderParts(customer),
    ...metafieldsOf(id, who.redacted ? [] : ringSize(customer)),
  };
}
