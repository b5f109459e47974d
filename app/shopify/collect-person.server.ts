import type { AdminGraphql } from "./admin-graphql.server.ts";
import type { CustomerByIdentifierQuery, CustomerIdentifierInput } from "./generated/operations.ts";
import { CUSTOMER_BY_IDENTIFIER } from "./operations/customer.ts";
import { globalId } from "./operations/global-id.ts";
import { isEmailAddress, isPhoneNumber, sameEmail, samePhone } from "./operations/same-contact.ts";
import { ShopifyRefused } from "./shopify-refused.ts";

/** Who is asked about, as a webhook or a form names them. Ids may be numbers or global ids. */
export interface Identity {
  readonly customerId?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly orderIds: readonly string[];
}

/** Who that is at Shopify: `customerId` is null for a guest, and for somebody whose record is gone. */
export interface Person {
  readonly customerId: string | null;
  readonly ordersCount: number;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** Global ids of the orders that were asked for by name. */
  readonly orderIds: readonly string[];
}

/** How something at Shopify names the person it is about. */
export interface Owner {
  readonly customerId: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

type Customer = NonNullable<CustomerByIdentifierQuery["customerByIdentifier"]>;

/** A way to find a customer, and whether what was found that way is the one that was meant. */
interface Lookup {
  readonly identifier: CustomerIdentifierInput;
  readonly isMeant: (customer: Customer) => boolean;
}

function lookupsOf({ customerId, email, phone }: Identity): Lookup[] {
  const id = customerId === undefined ? null : globalId("Customer", customerId);
  const lookups: Lookup[] = [];
  if (id !== null) lookups.push({ identifier: { id }, isMeant: (customer) => customer.id === id });
  if (email !== undefined && isEmailAddress(email)) {
    const isMeant = ({ defaultEmailAddress }: Customer) => sameEmail(email, defaultEmailAddress?.emailAddress ?? null);
    lookups.push({ identifier: { emailAddress: email }, isMeant });
  }
  if (phone !== undefined && isPhoneNumber(phone)) {
    const isMeant = ({ defaultPhoneNumber }: Customer) => samePhone(phone, defaultPhoneNumber?.phoneNumber ?? null);
    lookups.push({ identifier: { phoneNumber: phone }, isMeant });
  }
  return lookups;
}

async function findCustomer(admin: AdminGraphql, identity: Identity): Promise<Customer | null> {
  for (const { identifier, isMeant } of lookupsOf(identity)) {
    try {
      const { customerByIdentifier } = await admin(CUSTOMER_BY_IDENTIFIER, { identifier });
      if (customerByIdentifier !== null && isMeant(customerByIdentifier)) return customerByIdentifier;
    } catch (error) {
      // An address or number in a form that Shopify does not take belongs to no customer record.
      if (!(error instanceof ShopifyRefused) || error.code !== "INVALID") throw error;
    }
  }
  return null;
}

function unreadCustomer({ customerId }: Identity): Customer | null {
  const id = customerId === undefined ? null : globalId("Customer", customerId);
  return id === null ? null : { id, numberOfOrders: "0", defaultEmailAddress: null, defaultPhoneNumber: null };
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined && value !== ""))] as string[];
}

/**
 * Finds a person at Shopify by id, else by e-mail address, else by telephone number. When the app may not read
 * customers, the id is taken as it is: every section then says for itself what is missing.
 */
export async function findPerson(admin: AdminGraphql, identity: Identity): Promise<Person> {
  const customer = await findCustomer(admin, identity).catch((error: unknown) => {
    if (!(error instanceof ShopifyRefused) || error.code !== "ACCESS_DENIED") throw error;
    return unreadCustomer(identity);
  });
  const orderIds = identity.orderIds.map((id) => globalId("Order", id)).filter((id) => id !== null);
  return {
    customerId: customer?.id ?? null,
    ordersCount: Number(customer?.numberOfOrders ?? 0),
    emails: distinct([identity.email, customer?.defaultEmailAddress?.emailAddress]).filter(isEmailAddress),
    phones: distinct([identity.phone, customer?.defaultPhoneNumber?.phoneNumber]).filter(isPhoneNumber),
    orderIds: distinct(orderIds),
  };
}

/**
 * Whether something that a search found by e-mail address or number is this person's and is not reached through their
 * customer record already. What belongs to another customer record is that person's, also when an address is shared.
 */
export function isGuestOwner(person: Person, owner: Owner): boolean {
  if (person.customerId !== null && owner.customerId !== null) return false;
  return hasContactOf(person, owner);
}

/** Whether an e-mail address or telephone number is the person's, compared exactly. */
export function hasContactOf(person: Person, owner: Omit<Owner, "customerId">): boolean {
  if (person.emails.some((email) => sameEmail(email, owner.email))) return true;
  // A number alone decides only where no address says otherwise: families share telephones.
  return owner.email === null && person.phones.some((phone) => samePhone(phone, owner.phone));
}
