import type { KnownCookie } from "../../register/known-cookies.ts";
import type { Registered } from "../../register/register.ts";
import { lifetimeText } from "./lifetime-text.ts";
import { useText } from "./use-options.ts";

/** A cookie as the page lists it. */
export interface CookieRow {
  name: string;
  service: string;
  use: string;
  lifetime: string;
}

/** Every cookie that the store may set: its services', then the shop's own. */
export function cookieRows(used: readonly Registered[], own: readonly KnownCookie[]): CookieRow[] {
  const ofServices = used.flatMap(({ name: service, cookies, needs, essentialCookies = [] }) =>
    Object.entries(cookies).map(([name, days]) => ({
      ...{ name, service, lifetime: lifetimeText(days) },
      use: useText(essentialCookies.includes(name) ? 0 : needs),
    })),
  );
  const ofShop = own.map(({ name, provider, needs, days }) => ({
    ...{ name, service: provider, lifetime: lifetimeText(days) },
    use: useText(needs),
  }));
  return [...ofServices, ...ofShop];
}
