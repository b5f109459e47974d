import type { AdminGraphql } from "./admin-graphql.server.ts";
import { accepted } from "./accepted.server.ts";
import { ENDS_MARKETING, tagOf, writeLimits, type Limit } from "./customer-limits.ts";
import { readCustomerState, type CustomerState } from "./customer-state.server.ts";
import { WRITE_APP_DATA } from "./operations/app-data.ts";
import {
  ADD_CUSTOMER_TAGS,
  OPT_OUT_OF_SALE,
  REMOVE_CUSTOMER_TAGS,
  SET_EMAIL_CONSENT,
  SET_SMS_CONSENT,
} from "./operations/change-customer.ts";

/** What a look afterwards showed. */
export type LimitSeen = "as-asked" | "not-as-asked" | "no-customer";

const MARKETING = { marketingState: "UNSUBSCRIBED", marketingOptInLevel: "SINGLE_OPT_IN" } as const;

/**
 * Sets a limit on a customer: the tag, the app's metafield, and what follows from it at Shopify (marketing ends, data is
 * no longer sold). Only what is not so yet is changed, so a repeat changes nothing; then looks again.
 */
export async function limitCustomer(admin: AdminGraphql, id: string, limit: Limit): Promise<LimitSeen> {
  const before = await readCustomerState(admin, id);
  if (before === null) return "no-customer";
  if (!before.tags.includes(tagOf(limit)))
    accepted("the tag", (await admin(ADD_CUSTOMER_TAGS, { id, tags: [tagOf(limit)] })).tagsAdd);
  if (!before.limits.includes(limit)) await writeTo(admin, before, [...before.limits, limit]);
  if (ENDS_MARKETING.includes(limit)) await endMarketing(admin, before);
  if (limit === "no-sale" && !before.isOutOfSale && before.email !== null)
    accepted("the opt-out", (await admin(OPT_OUT_OF_SALE, { email: before.email })).dataSaleOptOut);
  const after = await readCustomerState(admin, id);
  return after !== null && holds(after, limit) ? "as-asked" : "not-as-asked";
}

function holds(state: CustomerState, limit: Limit): boolean {
  if (!state.tags.includes(tagOf(limit)) || !state.limits.includes(limit)) return false;
  if (ENDS_MARKETING.includes(limit) && (state.getsEmail || state.getsTexts)) return false;
  return limit !== "no-sale" || state.isOutOfSale || state.email === null;
}

async function endMarketing(admin: AdminGraphql, { id, getsEmail, getsTexts }: CustomerState): Promise<void> {
  if (getsEmail) {
    const input = { customerId: id, emailMarketingConsent: MARKETING };
    const { customerEmailMarketingConsentUpdate } = await admin(SET_EMAIL_CONSENT, { input });
    accepted("the end of e-mail marketing", customerEmailMarketingConsentUpdate);
  }
  if (!getsTexts) return;
  const input = { customerId: id, smsMarketingConsent: MARKETING };
  accepted("the end of text messages", (await admin(SET_SMS_CONSENT, { input })).customerSmsMarketingConsentUpdate);
}

async function writeTo(admin: AdminGraphql, { id }: CustomerState, limits: readonly Limit[]): Promise<void> {
  const field = { ownerId: id, namespace: "$app:privacy", key: "limits", type: "json", value: writeLimits(limits) };
  accepted("the limits", (await admin(WRITE_APP_DATA, { metafields: [field] })).metafieldsSet);
}

/**
 * Lifts a limit: tag and metafield. Marketing is not begun again and the opt-out of sale stays: only the person can say
 * yes again. Answers what a look afterwards showed.
 */
export async function liftLimit(admin: AdminGraphql, id: string, limit: Limit): Promise<LimitSeen> {
  const before = await readCustomerState(admin, id);
  if (before === null) return "no-customer";
  if (before.tags.includes(tagOf(limit)))
    accepted("the tag", (await admin(REMOVE_CUSTOMER_TAGS, { id, tags: [tagOf(limit)] })).tagsRemove);
  if (before.limits.includes(limit)) {
    const left = before.limits.filter((one) => one !== limit);
    await writeTo(admin, before, left);
  }
  const after = await readCustomerState(admin, id);
  const isLifted = after !== null && !after.tags.includes(tagOf(limit)) && !after.limits.includes(limit);
  return isLifted ? "as-asked" : "not-as-asked";
}
