import { PURPOSE_BIT, PURPOSES, type Purpose } from "../law/purposes.ts";
import { KNOWN_COOKIES } from "../register/known-cookies.ts";
import { servicesByPurpose, type Registered } from "../register/register.ts";

/** A service as shoppers are told of it. `cookies`: names and their days (0: until the browser closes). */
export interface PublicService {
  name: string;
  company: string;
  country: string;
  cookies: Readonly<Record<string, number>>;
  privacyUrl: string;
  optOutUrl: string;
}

/** `GET {proxy}/register.json`: the services behind each purpose; one that needs two purposes stands in both. */
export type PublicRegister = Readonly<Record<Purpose | "essential", PublicService[]>>;

/** Who sets the shop's own cookies. */
const OWN = {
  Shopify: {
    ...{ name: "Shopify", company: "Shopify International Limited", country: "IE" },
    ...{ privacyUrl: "https://www.shopify.com/legal/privacy", optOutUrl: "" },
  },
  Candor: { name: "Candor", company: "", country: "", privacyUrl: "", optOutUrl: "" },
} as const satisfies Record<(typeof KNOWN_COOKIES)[number]["provider"], Omit<PublicService, "cookies">>;

/** What a shop tells its shoppers of its register: only what it uses, and the cookies of the shop itself. */
export function publicRegister(register: readonly Registered[]): PublicRegister {
  const used = servicesByPurpose(register);
  const entries = (["essential", ...PURPOSES] as const).map((purpose) => {
    const isMeant = (needs: number) => (purpose === "essential" ? needs === 0 : (needs & PURPOSE_BIT[purpose]) !== 0);
    const own = (["Shopify", "Candor"] as const).map((provider) => {
      const cookies = KNOWN_COOKIES.filter((cookie) => cookie.provider === provider && isMeant(cookie.needs));
      return { ...OWN[provider], cookies: Object.fromEntries(cookies.map(({ name, days }) => [name, days])) };
    });
    return [purpose, [...own.filter(({ cookies }) => Object.keys(cookies).length > 0), ...used[purpose].map(toPublic)]];
  });
  return Object.fromEntries(entries) as PublicRegister;
}

function toPublic({ name, company, country, cookies, privacyUrl, optOutUrl }: Registered): PublicService {
  return { name, company, country, cookies, privacyUrl, optOutUrl };
}
