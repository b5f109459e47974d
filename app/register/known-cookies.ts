import { NEEDS } from "./known-service.ts";
import type { PurposeSet } from "../law/purposes.ts";

/** What is known of a cookie that belongs to the shop itself, not to a service. */
export interface KnownCookie {
  /** A name, or its beginning followed by "*". */
  name: string;
  provider: "Shopify" | "Candor";
  /** 0: needs no consent. */
  needs: PurposeSet;
  /** Days; 0: until the browser closes, under a day as a fraction. */
  days: number;
  /** What for, in words for shoppers. */
  what: string;
}

const row =
  (needs: PurposeSet, provider: KnownCookie["provider"] = "Shopify") =>
  (name: string, days: number, what: string): KnownCookie => ({ name, provider, needs, days, what });

const essential = row(NEEDS.nothing);
const statistics = row(NEEDS.statistics);
const marketing = row(NEEDS.ownMarketing);
const comfort = row(NEEDS.comfort);

/**
 * First-party cookies that Shopify sets on a storefront, and Candor's own.
 * https://www.shopify.com/legal/cookies
 */
export const KNOWN_COOKIES: readonly KnownCookie[] = [
  essential("_shopify_essential", 365, "Keeps the session, the checkout and protection against manipulation working."),
  essential("_shopify_essential_*", 365, "Recognises the device for what the shop needs to work."),
  essential("_tracking_consent", 365, "Remembers which uses of data you allowed."),
  essential("_shopify_privacy*", 365, "Remembers your privacy choices."),
  essential("_cmp_a", 1, "Remembers your privacy settings for this shop."),
  essential("_shopify_m", 365, "Manages privacy settings."),
  essential("_shopify_tm", 0.02, "Manages privacy settings."),
  essential("_shopify_tw", 14, "Manages privacy settings."),
  essential("_shopify_test", 0.001, "Finds out whether the browser takes cookies."),
  essential("_shopify_country", 0, "Keeps prices in the currency of your country."),
  essential("cart", 14, "Keeps your cart."),
  essential("cart_currency", 14, "Keeps the currency of your cart."),
  essential("cart_sig", 14, "Protects your cart against changes by others."),
  essential("cart_ts", 14, "Belongs to the checkout."),
  essential("cart_ver", 14, "Belongs to the cart."),
  essential("checkout", 28, "Belongs to the checkout."),
  essential("checkout_*", 21, "Belongs to the checkout."),
  essential("_checkout_queue_token", 365, "Keeps your place when the checkout has a queue."),
  essential("c", 365, "Belongs to the checkout."),
  essential("localization", 365, "Remembers country and language of the shop."),
  essential("keep_alive", 14, "Keeps the session while you choose country and language."),
  essential("secure_customer_sig", 365, "Recognises you after signing in."),
  essential("_secure_session_id", 1, "Keeps the session through the checkout."),
  essential("_secure_account_session_id", 30, "Keeps you signed in to your account."),
  essential("_customer_account_shop_sessions", 30, "Keeps you signed in to your account."),
  essential("customer_account_locale", 365, "Remembers the language of your account."),
  essential("customer_auth_*", 0, "Belongs to signing in."),
  essential("identity-state*", 1, "Belongs to signing in."),
  essential("storefront_digest", 730, "Remembers that you opened a shop protected by a password."),
  essential("_storefront_u", 0.001, "Keeps account details up to date."),
  essential("shop_pay_accelerated", 365, "Tells whether Shop Pay can be offered."),
  essential("shopify_pay*", 365, "Signs you in to Shop Pay when you come back."),
  essential("_pay_session", 0, "Keeps the session of Shop Pay."),
  essential("discount_code", 0, "Keeps a discount code for the checkout."),
  essential("preview_theme", 0, "Shows staff a theme before it is published."),
  essential("_ab", 365, "Shows staff the administration bar."),
  essential("_master_udr", 0, "Recognises the device of staff."),
  comfort("shopify_recently_viewed", 30, "Shows products that you looked at before."),
  comfort("wishlist*", 365, "Keeps your wish list."),
  statistics("_shopify_y", 365, "Counts visitors: Shopify's statistics."),
  statistics("_shopify_s", 0.02, "Counts visits: Shopify's statistics."),
  statistics("_shopify_analytics", 365, "Shopify's statistics."),
  statistics("_y", 365, "Counts visitors: Shopify's statistics."),
  statistics("_s", 0.02, "Counts visits: Shopify's statistics."),
  statistics("_shopify_sa_p", 0.02, "Where a visit came from: Shopify's statistics."),
  statistics("_shopify_sa_t", 0.02, "Where a visit came from: Shopify's statistics."),
  statistics("_shopify_fs", 14, "When the first visit was: Shopify's statistics."),
  statistics("_shopify_d", 0, "Shopify's statistics."),
  statistics("_shopify_evids", 0, "Shopify's statistics."),
  statistics("_shopify_ga", 0, "Passes visits on between domains of the shop, for statistics."),
  statistics("_landing_page", 14, "Which page a visit began with."),
  statistics("_orig_referrer", 14, "Which site a visit came from."),
  statistics("unique_interaction_id", 0.02, "Shopify's statistics."),
  statistics("tracked_start_checkout", 365, "Counts checkouts that were begun."),
  marketing("_shopify_marketing", 365, "Shopify's measurement of advertising."),
  marketing("_shopify_uniq", 0.5, "Counts visits that advertising brought."),
  row(NEEDS.nothing, "Candor")("_cndr", 365, "Remembers your privacy choices, and the number of your receipt."),
  row(NEEDS.nothing, "Candor")("_cndr_place", 0, "Remembers which country’s privacy law applies to your visit."),
];
