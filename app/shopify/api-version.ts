/** The version of Shopify's Admin API that every call, every webhook and the checked-in schema use. */
export const API_VERSION = "2026-10";
