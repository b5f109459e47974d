import { adminFor } from "./admin-graphql.server.ts";
import { CUSTOMER_BY_IDENTIFIER } from "./operations/customer.ts";
import { globalId } from "./operations/global-id.ts";
import { ShopifyRefused } from "./shopify-refused.ts";

/** Where a customer can be reached. */
export interface Contact {
  email?: string;
  phone?: string;
}

/**
 * Where Shopify says that a customer can be reached; nothing for one that is not there (any more), and where Candor may
 * not ask. Throws `ShopifyRefused` for what is worth another try.
 */
export async function customerContact(shop: string, customerId: string): Promise<Contact> {
  try {
    return await askShopify(shop, customerId);
  } catch (error) {
    const isForNow = error instanceof ShopifyRefused && (error.code === "UNREACHABLE" || error.code === "THROTTLED");
    if (!(error instanceof ShopifyRefused) || isForNow) throw error;
    return {};
  }
}

async function askShopify(shop: string, customerId: string): Promise<Contact> {
  const id = globalId("Customer", customerId);
  if (id === null) return {};
  const admin = await adminFor(shop);
  const { customerByIdentifier: customer } = await admin(CUSTOMER_BY_IDENTIFIER, { identifier: { id } });
  const email = customer?.defaultEmailAddress?.emailAddress;
  const phone = customer?.defaultPhoneNumber?.phoneNumber;
  return { ...(email != null && { email }), ...(phone != null && { phone }) };
}
