import type { AdminGraphql } from "./admin-graphql.server.ts";
import { readLimits, type Limit } from "./customer-limits.ts";
import type { CustomerStateQuery } from "./generated/operations.ts";
import { CUSTOMER_STATE } from "./operations/change-customer.ts";

/** What can be changed about a customer, as Shopify has it now. Ids are global ids. */
export interface CustomerState {
  id: string;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  phone: string | null;
  /** Whether messages may be sent there. */
  getsEmail: boolean;
  getsTexts: boolean;
  isOutOfSale: boolean;
  tags: readonly string[];
  limits: readonly Limit[];
  /** The default address; null when none is saved. */
  address: SavedAddress | null;
  lastOrderAt: Date | null;
}

/** A saved address. */
export interface SavedAddress {
  id: string;
  company: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  zip: string | null;
  provinceCode: string | null;
  countryCode: string | null;
}

/** States in which Shopify sends marketing, or will once the person confirms. */
const SENDS = ["SUBSCRIBED", "PENDING"];

type Found = NonNullable<CustomerStateQuery["customer"]>;

/** A customer as Shopify has them now; null when there is none with this id. */
export async function readCustomerState(admin: AdminGraphql, id: string): Promise<CustomerState | null> {
  const { customer } = await admin(CUSTOMER_STATE, { id });
  if (customer === null) return null;
  const { firstName, lastName, tags, defaultAddress: address, lastOrder } = customer;
  return {
    ...{ id, firstName, lastName, tags, isOutOfSale: customer.dataSaleOptOut },
    ...contactsOf(customer),
    limits: readLimits(customer.limits?.value),
    address: address && { ...address, countryCode: address.countryCodeV2 },
    lastOrderAt: lastOrder && new Date(lastOrder.createdAt),
  };
}

function contactsOf({ defaultEmailAddress: email, defaultPhoneNumber: phone }: Found) {
  return {
    email: email?.emailAddress ?? null,
    phone: phone?.phoneNumber ?? null,
    getsEmail: SENDS.includes(email?.marketingState ?? ""),
    getsTexts: SENDS.includes(phone?.smsMarketingConsent.state ?? ""),
  };
}

/** Whether Shopify has erased this customer: what is left names and reaches nobody. */
export function isErasedState(state: CustomerState | null): boolean {
  if (state === null) return true;
  const { firstName, lastName, email, phone, address } = state;
  return [firstName, lastName, email, phone].every((value) => value === null || value === "") && address === null;
}
