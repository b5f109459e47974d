/** What is known of a store when Shopify asks to erase it. */
export interface InstallationFacts {
  installedAt: Date | null;
  uninstalledAt: Date | null;
  /** When Shopify triggered `shop/redact`. */
  triggeredAt: Date;
}

/** Shopify sends `shop/redact` this long after the app was uninstalled. Milliseconds. */
const AFTER_UNINSTALL_MS = 48 * 3_600_000;

/**
 * Whether a store may be erased. Never when it installed the app again after the uninstall that the message is about;
 * "ask" when no uninstall was ever reported, so only Shopify can tell.
 * https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance
 */
export function mayEraseShop({ installedAt, uninstalledAt, triggeredAt }: InstallationFacts): "yes" | "no" | "ask" {
  if (!installedAt) return "yes";
  if (uninstalledAt && uninstalledAt >= installedAt) return "yes";
  const uninstallMeant = triggeredAt.getTime() - AFTER_UNINSTALL_MS;
  return installedAt.getTime() > uninstallMeant ? "no" : "ask";
}
