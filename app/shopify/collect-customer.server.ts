import type { Section, SectionItems } from "../package/sections.ts";
import type { AdminGraphql } from "./admin-graphql.server.ts";
import { collectAskedOrders, collectGuestOrders, collectOwnOrders } from "./collect-orders.server.ts";
import { findPerson } from "./collect-person.server.ts";
import type { Identity } from "./collect-person.server.ts";
import {
  collectAddresses,
  collectMarketingConsent,
  collectMetafields,
  collectProfile,
} from "./collect-profile.server.ts";
import { STEPS } from "./collect-step.server.ts";
import type { AnyStepPage, Cursor, Step, StepName } from "./collect-step.server.ts";
import {
  collectAbandonedCheckouts,
  collectGuestDraftOrders,
  collectOwnDraftOrders,
} from "./collect-unfinished.server.ts";
import { ShopifyRefused } from "./shopify-refused.ts";

/**
 * One page of collected data. Keep `items` and `next` together: with `next`, a collection goes on behind this page.
 * `missing` says in plain words, without personal data, what Shopify did not give; null when it gave everything.
 */
export type CollectedPage = {
  readonly [S in Section]: {
    readonly section: S;
    readonly items: readonly SectionItems[S][];
    readonly next: Cursor;
    readonly missing: string | null;
  };
}[Section];

const COLLECT: Readonly<Record<StepName, { readonly section: Section; readonly pages: Step }>> = {
  profile: { section: "profile", pages: collectProfile },
  addresses: { section: "addresses", pages: collectAddresses },
  "marketing-consent": { section: "marketing-consent", pages: collectMarketingConsent },
  "own-orders": { section: "orders", pages: collectOwnOrders },
  "guest-orders": { section: "orders", pages: collectGuestOrders },
  "asked-orders": { section: "orders", pages: collectAskedOrders },
  "own-draft-orders": { section: "draft-orders", pages: collectOwnDraftOrders },
  "guest-draft-orders": { section: "draft-orders", pages: collectGuestDraftOrders },
  "abandoned-checkouts": { section: "abandoned-checkouts", pages: collectAbandonedCheckouts },
  metafields: { section: "metafields", pages: collectMetafields },
};

function stepAfter(step: StepName): Cursor {
  return { step: STEPS[STEPS.indexOf(step) + 1] ?? "done", after: null, bulk: null };
}

function collected(page: AnyStepPage, step: StepName): CollectedPage {
  const { section, items, after, bulk, missing = null } = page;
  const next = after === null ? stepAfter(step) : { step, after, bulk };
  return { section, items, next, missing } as CollectedPage;
}

/**
 * Collects what Shopify holds about a person, page by page, within the rate limit and with one page in memory.
 * `from` is the `next` of the last page that was kept, or null at the start. When the generator ends, everything is
 * collected; a section without pages, or with empty ones only, holds nothing about the person.
 * A section that the app may not read yields an empty page that names the missing access; any other `ShopifyRefused`
 * is thrown, and the collection can go on later from the last page kept.
 */
export async function* collectCustomer(
  admin: AdminGraphql,
  identity: Identity,
  from: Cursor | null,
): AsyncGenerator<CollectedPage, void> {
  let cursor: Cursor = from ?? { step: STEPS[0], after: null, bulk: null };
  if (cursor.step === "done") return;
  const person = await findPerson(admin, identity);
  while (cursor.step !== "done") {
    const { step } = cursor;
    const { section, pages } = COLLECT[step];
    try {
      for await (const page of pages(admin, person, cursor)) yield collected(page, step);
    } catch (error) {
      if (!(error instanceof ShopifyRefused) || error.code !== "ACCESS_DENIED") throw error;
      const missing = error.requiredAccess ?? "access that Shopify does not name";
      yield collected({ section, items: [], after: null, bulk: null, missing }, step);
    }
    cursor = stepAfter(step);
  }
}
