import { normalise, type Identity } from "../vault/identity.ts";
import { toE164 } from "./phone-number.ts";

/** One way in which Google Analytics may know a person. */
export type GoogleUser = { userId: string } | { userProvidedData: string };

/**
 * The ways in which Google Analytics may know a person, in the forms that it wants: addresses in lower case, without
 * spaces, and at Gmail without dots before the @; telephone numbers as digits behind a "+". The customer's number only
 * where the store sends it as the User-ID.
 * https://developers.google.com/analytics/devguides/config/admin/v1/rest/v1alpha/properties/submitUserDeletion
 */
export function usersOf({ email, phone, customerId }: Identity, hasCustomerIds: boolean): GoogleUser[] {
  const number = toE164(phone);
  const customer = normalise("customerId", customerId ?? "");
  return [
    ...(email === undefined ? [] : [{ userProvidedData: googleAddress(email) }]),
    ...(number === null ? [] : [{ userProvidedData: number }]),
    ...(hasCustomerIds && customer !== "" ? [{ userId: customer }] : []),
  ];
}

function googleAddress(email: string): string {
  const address = email.toLowerCase().replace(/\s/g, "");
  const at = address.lastIndexOf("@");
  const isGmail = /^(gmail|googlemail)\.com$/.test(address.slice(at + 1));
  return isGmail ? address.slice(0, at).replaceAll(".", "") + address.slice(at) : address;
}
