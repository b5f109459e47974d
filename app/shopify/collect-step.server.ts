import type { Section, SectionItems } from "../package/sections.ts";
import type { AdminGraphql } from "./admin-graphql.server.ts";
import type { Person } from "./collect-person.server.ts";

/** The steps of a collection, in their order. */
export const STEPS = [
  "profile",
  "addresses",
  "marketing-consent",
  "own-orders",
  "guest-orders",
  "asked-orders",
  "own-draft-orders",
  "guest-draft-orders",
  "abandoned-checkouts",
  "metafields",
] as const;
export type StepName = (typeof STEPS)[number];

/**
 * Where to go on after a crash; plain JSON. It may hold a cursor of Shopify's, so keep it as sealed as what it leads
 * to. `step` is "done" after the last page.
 */
export interface Cursor {
  readonly step: StepName | "done";
  readonly after: string | null;
  /** The bulk operation that this step reads from. */
  readonly bulk: string | null;
}

/** One page of one step. `after` is null at the step's end; `missing` says in words what Shopify did not give. */
export interface StepPage<S extends Section> {
  readonly section: S;
  readonly items: readonly SectionItems[S][];
  readonly after: string | null;
  readonly bulk: string | null;
  readonly missing?: string | null;
}

/** A page of any step, with the items that belong to its section. */
export type AnyStepPage = { readonly [S in Section]: StepPage<S> }[Section];

/** Collects one kind of data from a cursor on. */
export type Step = (admin: AdminGraphql, person: Person, from: Cursor) => AsyncGenerator<AnyStepPage, void>;
