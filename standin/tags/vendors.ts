import { ADVERTISING } from "./vendors-advertising.ts";
import { GOOGLE } from "./vendors-google.ts";
import { SHOP_TOOLS } from "./vendors-shop.ts";
import type { Doing, Vendor } from "./vendor.ts";

/** The third-party tags that the demo shop can have in its theme, in the order in which they are pasted. */
export const VENDORS: readonly Vendor[] = [...GOOGLE, ...ADVERTISING, ...SHOP_TOOLS];

const ADDRESS = /https:\/\/([a-z0-9.-]+)/g;

/** The hosts that a vendor's snippets and files call. */
export function hostsOf(vendor: Vendor): string[] {
  const files = Object.entries(vendor.files);
  const named = files.map(([beginning]) => beginning.split("/")[0] ?? "");
  const text = [
    vendor.head,
    vendor.body ?? "",
    ...files.flatMap(([, doing]) => [...(doing.sends ?? []), ...(doing.loads ?? [])]),
  ];
  const called = text.flatMap((part) => [...part.matchAll(ADDRESS)].map(([, host]) => host ?? ""));
  return [...new Set([...named, ...called])];
}

/** The vendor whose file this is ("host/path?query"), and what the file does. */
export function fileAt(address: string): { vendor: Vendor; doing: Doing } | undefined {
  const found = VENDORS.flatMap((vendor) =>
    Object.entries(vendor.files).map(([beginning, doing]) => ({ vendor, doing, beginning })),
  ).filter(({ beginning }) => address.startsWith(beginning));
  return found.sort((a, b) => b.beginning.length - a.beginning.length)[0];
}

/** Whose host this is; the first of those who share it. */
export function vendorOf(host: string): Vendor | undefined {
  return VENDORS.find((vendor) => hostsOf(vendor).includes(host));
}
