import type { AdminGraphql } from "./admin-graphql.server.ts";
import { pageThrough } from "./collect-pages.server.ts";
import type { Person } from "./collect-person.server.ts";
import type { Cursor, StepPage } from "./collect-step.server.ts";
import { CUSTOMER_ADDRESSES, CUSTOMER_METAFIELDS, CUSTOMER_PROFILE } from "./operations/customer.ts";
import { readMarketingConsents, readProfile } from "./operations/read-customer.ts";
import { readAddress } from "./operations/read-order.ts";

const SMALL_ITEMS_A_PAGE = 100;

/** The person's customer record; no page for a guest. */
export async function* collectProfile(admin: AdminGraphql, person: Person): AsyncGenerator<StepPage<"profile">> {
  if (person.customerId === null) return;
  const { customer } = await admin(CUSTOMER_PROFILE, { id: person.customerId });
  const items = customer === null ? [] : [readProfile(customer)];
  yield { section: "profile", items, after: null, bulk: null };
}

/** The person's consents to advertising; no page for a guest. */
export async function* collectMarketingConsent(
  admin: AdminGraphql,
  person: Person,
): AsyncGenerator<StepPage<"marketing-consent">> {
  if (person.customerId === null) return;
  const { customer } = await admin(CUSTOMER_PROFILE, { id: person.customerId });
  const items = customer === null ? [] : readMarketingConsents(customer);
  yield { section: "marketing-consent", items, after: null, bulk: null };
}

/** The addresses saved with the person's customer record. */
export async function* collectAddresses(
  admin: AdminGraphql,
  person: Person,
  from: Cursor,
): AsyncGenerator<StepPage<"addresses">> {
  const id = person.customerId;
  if (id === null) return;
  let defaultId: string | undefined;
  const read = async (first: number, after: string | null) => {
    const { customer } = await admin(CUSTOMER_ADDRESSES, { id, first, after });
    defaultId = customer?.defaultAddress?.id;
    return customer?.addressesV2 ?? null;
  };
  for await (const { items, after } of pageThrough(read, SMALL_ITEMS_A_PAGE, from.after)) {
    const addresses = items.map((address) => ({
      id: address.id,
      isDefault: address.id === defaultId,
      ...readAddress(address),
    }));
    yield { section: "addresses", items: addresses, after, bulk: null };
  }
}

/** The extra fields kept with the person's customer record. */
export async function* collectMetafields(
  admin: AdminGraphql,
  person: Person,
  from: Cursor,
): AsyncGenerator<StepPage<"metafields">> {
  const id = person.customerId;
  if (id === null) return;
  const read = async (first: number, after: string | null) =>
    (await admin(CUSTOMER_METAFIELDS, { id, first, after })).customer?.metafields ?? null;
  for await (const { items, after } of pageThrough(read, SMALL_ITEMS_A_PAGE, from.after)) {
    const fields = items.map(({ namespace, key, type, value, updatedAt }) => ({
      namespace,
      key,
      type,
      value,
      updatedAt,
    }));
    yield { section: "metafields", items: fields, after, bulk: null };
  }
}
