import type { MarketingConsent, Profile } from "../../package/items.ts";
import type { CustomerProfileQuery } from "../generated/operations.ts";

type Customer = NonNullable<CustomerProfileQuery["customer"]>;

/** A customer's profile. */
export function readProfile(customer: Customer): Profile {
  const { statistics, lastOrder } = customer;
  return {
    id: customer.id,
    name: customer.displayName,
    firstName: customer.firstName,
    lastName: customer.lastName,
    email: customer.defaultEmailAddress?.emailAddress ?? null,
    emailVerified: customer.verifiedEmail,
    phone: customer.defaultPhoneNumber?.phoneNumber ?? null,
    accountState: customer.state,
    locale: customer.locale,
    note: customer.note,
    tags: customer.tags,
    taxExempt: customer.taxExempt,
    dataSaleOptOut: customer.dataSaleOptOut,
    subscriber: customer.productSubscriberStatus,
    emailOpenTracking: customer.defaultEmailAddress?.openTrackingLevel ?? null,
    createdAt: customer.createdAt,
    updatedAt: customer.updatedAt,
    customerFor: customer.lifetimeDuration,
    ordersCount: Number(customer.numberOfOrders),
    spent: { amount: customer.amountSpent.amount, currency: customer.amountSpent.currencyCode },
    lastOrder: lastOrder === null ? null : { name: lastOrder.name, createdAt: lastOrder.createdAt },
    predictedSpend: statistics.predictedSpendTier,
    purchaseGroup: statistics.rfmGroup,
  };
}

/** A customer's marketing consents: one entry for each channel that Shopify knows an address or number for. */
export function readMarketingConsents(customer: Customer): MarketingConsent[] {
  const consents: MarketingConsent[] = [];
  const email = customer.defaultEmailAddress;
  if (email !== null) {
    consents.push({
      channel: "email",
      contact: email.emailAddress,
      state: email.marketingState,
      level: email.marketingOptInLevel,
      updatedAt: email.marketingUpdatedAt,
      collectedFrom: null,
    });
  }
  const phone = customer.defaultPhoneNumber;
  if (phone === null) return consents;
  const channels = [
    ["sms", phone.smsMarketingConsent],
    ["whatsapp", phone.whatsAppMarketingConsent],
  ] as const;
  for (const [channel, consent] of channels) {
    consents.push({
      channel,
      contact: phone.phoneNumber,
      state: consent.state,
      level: consent.optInLevel,
      updatedAt: consent.updatedAt,
      collectedFrom: consent.collectedFrom,
    });
  }
  return consents;
}
