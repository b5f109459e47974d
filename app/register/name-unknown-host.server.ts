import { createRequire } from "node:module";
import type { getEntity } from "third-party-web";

// a CommonJS module whose names Node cannot see from outside
const publicList = createRequire(import.meta.url)("third-party-web/nostats-subset.js") as {
  getEntity: typeof getEntity;
};

/** What a public list says of a host that our own table does not know. */
export interface PublicName {
  name: string;
  company: string;
  /** As the list has it: "ad", "analytics", "social", "video", "utility", "customer-success" … */
  category: string;
  /** All its domains, sub-domains included. */
  domains: readonly string[];
}

/** Names a host with the public list of third parties; null when it is not there. https://github.com/patrickhulce/third-party-web */
export function nameUnknownHost(host: string): PublicName | null {
  const entity = publicList.getEntity(host);
  if (!entity) return null;
  const { company, name, category, domains } = entity;
  return { name, company, category, domains: domains.map((domain) => domain.replace(/^\*\./, "")) };
}
