import type { ConnectorKind } from "./connectors.ts";
import type { ErrandAct } from "./errand.ts";

/** The name of a processor's part of a request, as `RequestTask.system` has it. */
export type ProcessorSystem = `processor:${string}`;

/** What is set for a processor, by connector; nothing secret. */
export interface ProcessorSettings {
  /** webhook: the https address that is called. */
  url?: string | undefined;
  /** mailchimp: audiences to look in; none: all of the account. */
  audiences?: readonly string[] | undefined;
  /** google-analytics: the number of the GA4 property. */
  property?: string | undefined;
  /** google-analytics: whether the store sends Shopify's customer number as the User-ID. */
  hasCustomerIds?: boolean | undefined;
  /** by-hand: what to do there, in the store's own words. */
  steps?: string | undefined;
  /** Where staff does by hand what the connector cannot: the processor's own page. */
  link?: string | undefined;
}

/** Another company that holds persons' data for a store. */
export interface Processor {
  /** A slug, unique in the shop and never changed: part of tasks and evidence. */
  id: string;
  name: string;
  connector: ConnectorKind;
  /** The service in the register that it is; null when the register does not know it. */
  vendor: string | null;
  /** The kinds of request that it has a part in. */
  acts: readonly ErrandAct[];
  settings: ProcessorSettings;
  /** An inactive one has no part in new requests. */
  isActive: boolean;
  /** When the connection was last checked. */
  checkedAt: Date | null;
  /** Why the last check failed, in words for staff; null when it went well, or was never made. */
  cause: string | null;
}

/** The name of a processor's part of a request. */
export function systemOf(processor: string): ProcessorSystem {
  return `processor:${processor}`;
}

/** The processor whose part of a request this is; undefined for Candor's and Shopify's own. */
export function processorOf(system: string): string | undefined {
  return system.startsWith("processor:") ? system.slice("processor:".length) : undefined;
}

/** What an id may be: it is shown in lists, stands in evidence, and must never look like a person. */
export const PROCESSOR_ID = /^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){0,59}$/;

/** An id for a name that is not among those taken: "Judge.me" → "judge-me", the second "judge-me-2". */
export function slugFor(name: string, taken: readonly string[]): string {
  const letters = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, 50)
    .replace(/-+$/, "");
  const base = letters === "" ? "processor" : letters;
  for (let count = 1; ; count++) {
    const slug = count === 1 ? base : `${base}-${String(count)}`;
    if (!taken.includes(slug)) return slug;
  }
}
