import type { PurposeSet } from "../law/purposes.ts";
import { nameCookie, nameHost, type Registered } from "./register.ts";
import { NEEDS } from "./known-service.ts";
import { isShopifyHost } from "./shopify-hosts.ts";

/** A host or cookie that pages reported, and on how many page views. */
export interface Seen {
  kind: "host" | "cookie";
  name: string;
  views: number;
}

/** What a public list says of a host. */
export interface HostName {
  name: string;
  company: string;
  category: string;
  domains: readonly string[];
}

/** Something that runs on a store's pages and is not in its register yet. */
export interface Candidate {
  /** The known service's id; "own-…" for what our table does not know. */
  id: string;
  name: string;
  /** "" when nobody knows. */
  company: string;
  hosts: readonly string[];
  cookies: readonly string[];
  /** What it should need; null when nothing tells, so that somebody must say. */
  needs: PurposeSet | null;
  isKnown: boolean;
  /** Page views on which its busiest name was seen. */
  views: number;
}

/** What a category of the public list means. Others say nothing. */
const BY_CATEGORY: Readonly<Record<string, PurposeSet>> = {
  ad: NEEDS.sharedAdvertising,
  social: NEEDS.sharedAdvertising,
  video: NEEDS.sharedAdvertising,
  marketing: NEEDS.ownMarketing,
  analytics: NEEDS.statistics,
  "customer-success": NEEDS.comfort,
  cdn: NEEDS.nothing,
  hosting: NEEDS.nothing,
};

/**
 * What runs on a store's pages and is not in its register: known services that the store has not said it uses, and what
 * our table does not know, named by the public list where that knows it. The busiest first.
 */
export function findCandidates(
  seen: readonly Seen[],
  register: readonly Registered[],
  nameUnknown: (host: string) => HostName | null,
): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const { kind, name, views } of seen) {
    const candidate = kind === "host" ? fromHost(name, register, nameUnknown) : fromCookie(name, register);
    if (!candidate) continue;
    const known = found.get(candidate.id) ?? candidate;
    found.set(candidate.id, {
      ...known,
      hosts: [...new Set([...known.hosts, ...candidate.hosts])],
      cookies: [...new Set([...known.cookies, ...candidate.cookies])],
      views: Math.max(known.views, views),
    });
  }
  return [...found.values()].sort((one, other) => other.views - one.views || (one.id < other.id ? -1 : 1));
}

type Nameless = Omit<Candidate, "views"> & { views: 0 };

function fromKnown(service: Registered | undefined, names: Pick<Candidate, "hosts" | "cookies">): Nameless | null {
  if (!service || service.isUsed) return null;
  const { id, name, company, needs } = service;
  return { id, name, company, needs, ...names, isKnown: true, views: 0 };
}

function fromHost(
  host: string,
  register: readonly Registered[],
  nameUnknown: (host: string) => HostName | null,
): Nameless | null {
  if (isShopifyHost(host)) return null;
  const service = nameHost(register, host);
  if (service) return fromKnown(service, { hosts: [host], cookies: [] });
  const named = nameUnknown(host);
  const rest = { hosts: [host], cookies: [], isKnown: false, views: 0 } as const;
  if (!named) return { id: `own-${slug(host)}`, name: host, company: "", needs: null, ...rest };
  const needs = BY_CATEGORY[named.category] ?? null;
  return { id: `own-${slug(named.name)}`, name: named.name, company: named.company, needs, ...rest };
}

function fromCookie(name: string, register: readonly Registered[]): Nameless | null {
  const cookie = nameCookie(register, name);
  if (cookie) {
    // the shop's own cookies are known to everybody
    const service = register.find(({ id }) => id === cookie.service);
    return fromKnown(service, { hosts: [], cookies: [name] });
  }
  const rest = { hosts: [], cookies: [name], isKnown: false, views: 0 } as const;
  return { id: `own-cookie-${slug(name)}`, name, company: "", needs: null, ...rest };
}

/** A name as part of an id. Names that differ in more than punctuation and case give different ids. */
function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
}
