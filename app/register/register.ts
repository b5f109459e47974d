import { PURPOSES, PURPOSE_BIT, type Purpose, type PurposeSet } from "../law/purposes.ts";
import { KNOWN_COOKIES } from "./known-cookies.ts";
import { matchHost, matchPattern } from "./match-name.ts";
import type { Service } from "./known-service.ts";

/** What a store decided about one service. */
export interface Decision {
  /** A known service's id, or the store's own. */
  id: string;
  /** What it needs by the store's own decision; null: as the table says. */
  needs: PurposeSet | null;
  /** Whether the store uses it: only then shoppers are told of it. It is held in either case. */
  isUsed: boolean;
  /** The facts, for a service that the table does not know. */
  own: Service | null;
}

/** A service as one store has it. */
export interface Registered extends Service {
  isUsed: boolean;
  /** Not from the table: the store said what it is. */
  isOwn: boolean;
}

/** Whether a service is in the store's pages: only then shoppers meet it, and the banner has something to hold. */
export function isInPages({ hosts, cookies }: Pick<Service, "hosts" | "cookies">): boolean {
  return hosts.length > 0 || Object.keys(cookies).length > 0;
}

/** All services with a store's decisions: the known ones, then the store's own. */
export function registerOf(vendors: readonly Service[], decisions: readonly Decision[]): Registered[] {
  const decided = new Map(decisions.map((decision) => [decision.id, decision]));
  const known = vendors.map((vendor) => {
    const decision = decided.get(vendor.id);
    return { ...vendor, needs: decision?.needs ?? vendor.needs, isUsed: decision?.isUsed ?? false, isOwn: false };
  });
  const ids = new Set(vendors.map(({ id }) => id));
  const own = decisions.flatMap(({ id, needs, isUsed, own }) =>
    own === null || ids.has(id) ? [] : [{ ...own, id, needs: needs ?? own.needs, isUsed, isOwn: true }],
  );
  return [...known, ...own];
}

/**
 * What the gate holds: each host with the purposes that all must be allowed before anything of it runs. Known services
 * are held also where the store does not know that it uses them: a tag that somebody adds tomorrow is held tomorrow.
 * When two services share a host, it needs what both need.
 */
export function hostsToHold(vendors: readonly Service[], decisions: readonly Decision[]): Record<string, PurposeSet> {
  const held: Record<string, PurposeSet> = {};
  for (const { hosts, needs } of registerOf(vendors, decisions)) {
    if (needs === 0) continue;
    for (const host of hosts) held[host] = (held[host] ?? 0) | needs;
  }
  return held;
}

/** First-party cookies that go when their purpose is withdrawn: those of services that need something, and Shopify's. */
export function cookiesToDelete(
  vendors: readonly Service[],
  decisions: readonly Decision[],
): Record<string, PurposeSet> {
  const found: Record<string, PurposeSet> = {};
  for (const { cookies, needs, essentialCookies = [] } of registerOf(vendors, decisions)) {
    if (needs === 0) continue;
    for (const name of Object.keys(cookies)) {
      if (!essentialCookies.includes(name)) found[name] = (found[name] ?? 0) | needs;
    }
  }
  for (const { name, needs, provider } of KNOWN_COOKIES) {
    // Shopify deletes its own when it is told of the withdrawal; a second hand would fight it.
    if (needs !== 0 && provider !== "Shopify") found[name] = needs;
  }
  return found;
}

/** The services in a store's pages that it uses, by each purpose that they need; "essential": those that need none. */
export function servicesByPurpose(register: readonly Registered[]): Record<Purpose | "essential", Registered[]> {
  const used = register.filter((service) => service.isUsed && isInPages(service));
  const byPurpose = { essential: used.filter(({ needs }) => needs === 0) } as Record<
    Purpose | "essential",
    Registered[]
  >;
  for (const purpose of PURPOSES) byPurpose[purpose] = used.filter(({ needs }) => (needs & PURPOSE_BIT[purpose]) !== 0);
  return byPurpose;
}

/** The service that a host belongs to; the longest domain decides. */
export function nameHost<S extends Service>(services: readonly S[], host: string): S | undefined {
  const byHost = new Map(services.flatMap((service) => service.hosts.map((known) => [known, service] as const)));
  const found = matchHost(byHost, host);
  return found === undefined ? undefined : byHost.get(found);
}

/** What a cookie's name says. */
export interface NamedCookie {
  /** The pattern that fitted. */
  pattern: string;
  /** The service's id; "" for the shop's own cookies. */
  service: string;
  provider: string;
  needs: PurposeSet;
  days: number;
}

/** Whose cookie this is: the shop's own first, then the longest pattern of a service. Undefined when nobody knows it. */
export function nameCookie(services: readonly Service[], name: string): NamedCookie | undefined {
  const own = matchPattern(
    KNOWN_COOKIES.map((cookie) => cookie.name),
    name,
  );
  const cookie = KNOWN_COOKIES.find((known) => known.name === own);
  const candidates = services.flatMap((service) =>
    Object.keys(service.cookies).map((pattern) => ({ pattern, service })),
  );
  const pattern = matchPattern(
    candidates.map((candidate) => candidate.pattern),
    name,
  );
  if (cookie && (pattern === undefined || cookie.name.length >= pattern.length)) {
    return { pattern: cookie.name, service: "", provider: cookie.provider, needs: cookie.needs, days: cookie.days };
  }
  const service = candidates.find((candidate) => candidate.pattern === pattern)?.service;
  if (!service || pattern === undefined) return undefined;
  const needs = service.essentialCookies?.includes(pattern) ? 0 : service.needs;
  return { pattern, service: service.id, provider: service.name, needs, days: service.cookies[pattern] ?? 0 };
}
