import type { Money, PostalAddress } from "./items.ts";

const moneyFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** A sum as a person reads it, in its own currency: "CHF 1,250.00". Unknown currencies come out as "12.00 XXX". */
export function moneyText({ amount, currency }: Money): string {
  if (!/^[A-Z]{3}$/.test(currency) || !/^-?\d+(\.\d+)?$/.test(amount)) return `${amount} ${currency}`.trim();
  const known = moneyFormats.get(currency);
  const format = known ?? new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "code" });
  moneyFormats.set(currency, format);
  return format.format(Number(amount)).replaceAll("\u00a0", " ");
}

/** A moment as a person reads it, in the store's time zone, which is named. What is no ISO 8601 time stays as it is. */
export function dateText(iso: string, timeZone: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  const known = dateFormats.get(timeZone);
  const format =
    known ??
    new Intl.DateTimeFormat("en-GB", {
      day: "numeric",
      month: "long",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      timeZone,
      timeZoneName: "short",
    });
  dateFormats.set(timeZone, format);
  return format.format(moment);
}

/** Shopify's codes as words: "PARTIALLY_REFUNDED" becomes "Partially refunded". */
export function codeText(code: string): string {
  if (!/^[A-Z][A-Z0-9_]*$/.test(code)) return code;
  const words = code.replaceAll("_", " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** An address on one line; empty parts are left out. */
export function addressText(address: PostalAddress): string {
  const { name, company, address1, address2, postalCode, city, province, country, phone } = address;
  const place = [postalCode, city].filter(Boolean).join(" ");
  return [name, company, address1, address2, place, province, country, phone].filter(Boolean).join(", ");
}

/** A number of things in words. */
export function countText(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}
