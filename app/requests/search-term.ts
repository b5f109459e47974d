import type { Identity } from "../vault/identity.ts";

/**
 * Who may be meant by what staff typed into the search field, likeliest first: an e-mail address, a customer id (also
 * `gid://shopify/Customer/…`), or a telephone. Plain digits can be either of the last two. Empty when nobody can.
 */
export function searchTerm(text: string): Identity[] {
  const term = text.trim();
  if (term.includes("@")) return [{ email: term }];
  if (/^gid:\/\/shopify\/Customer\/\d+$/.test(term)) return [{ customerId: term }];
  const digits = term.replace(/\D/g, "");
  if (digits.length < 3 || /[^\d\s()+./-]/.test(term)) return [];
  return /^\d+$/.test(term) ? [{ customerId: term }, { phone: term }] : [{ phone: term }];
}
