import { googleSignals, type GoogleNeeds } from "../../../app/consent/google-signals.ts";
import { MARKETING, type PurposeSet } from "../../../app/law/purposes.ts";
import { gtag } from "./gtag.js";

type Call = (...args: unknown[]) => unknown;

interface Vendors {
  uetq?: { push: Call };
  clarity?: Call;
  fbq?: Call;
  ttq?: { grantConsent?: () => void; revokeConsent?: () => void };
  pintrk?: Call;
}

/**
 * Tells those services that can be told, where their tags (or the stubs of these) are on the page. Snap and Klaviyo
 * have no such call: their tags are held, and that is all that can be done.
 * UET: https://help.ads.microsoft.com/#apex/ads/en/60119 · Clarity: https://learn.microsoft.com/clarity/setup-and-installation/consent-api-v2
 * Meta: https://developers.facebook.com/docs/meta-pixel/implementation/gdpr · Pinterest: https://help.pinterest.com/business/article/pinterest-tag-consent
 */
export function tellVendors(allowed: PurposeSet, needs: GoogleNeeds): void {
  const signals = googleSignals(needs, allowed);
  gtag("consent", "update", signals);
  const { uetq, clarity, fbq, ttq, pintrk } = window as unknown as Vendors;
  const mayAdvertise = (allowed & MARKETING) !== 0;
  const { ad_storage, analytics_storage } = signals;
  const calls = [
    () => uetq?.push("consent", "update", { ad_storage }),
    () => clarity?.("consentv2", { ad_Storage: ad_storage, analytics_Storage: analytics_storage }),
    () => fbq?.("consent", mayAdvertise ? "grant" : "revoke"),
    () => (mayAdvertise ? ttq?.grantConsent?.() : ttq?.revokeConsent?.()),
    () => pintrk?.("setconsent", mayAdvertise),
  ];
  for (const call of calls) {
    try {
      call();
    } catch {
      // a service that breaks must not keep the others from being told
    }
  }
}
