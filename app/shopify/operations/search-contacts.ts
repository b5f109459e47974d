import { searchPhrase } from "./search-phrase.ts";

/** A search for orders by the e-mail addresses on them; by telephone number in any field, when no address is known. */
export function searchOrdersOf(emails: readonly string[], phones: readonly string[]): string | null {
  if (emails.length > 0) return emails.map((email) => `email:${searchPhrase(email)}`).join(" OR ");
  return searchAnywhereFor([], phones);
}

/**
 * A search in all fields, for kinds that Shopify cannot filter by address: by the e-mail addresses, or by the telephone
 * numbers when no address is known. Null when neither is.
 */
export function searchAnywhereFor(emails: readonly string[], phones: readonly string[]): string | null {
  const contacts = emails.length > 0 ? emails : phones;
  return contacts.length === 0 ? null : contacts.map(searchPhrase).join(" OR ");
}
