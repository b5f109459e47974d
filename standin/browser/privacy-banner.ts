/** Shopify's own cookie banner, as far as other scripts can notice it. Ids and globals are Shopify's. */
interface BannerShopify {
  loadFeatures: (features: object[], done: (error?: unknown) => void) => void;
  customerPrivacy: { shouldShowBanner: () => boolean; setTrackingConsent: (given: object, done: () => void) => void };
}
const bannerShopify = (): BannerShopify => (window as unknown as { Shopify: BannerShopify }).Shopify;

const BANNER_CSS =
  "#shopify-pc__banner{position:fixed;inset:auto 16px 16px auto;max-width:420px;padding:20px;background:#fff;color:#111;" +
  "border:1px solid #111;font:15px/1.5 system-ui,sans-serif;z-index:2000000000}" +
  "#shopify-pc__banner button{margin:8px 8px 0 0;padding:8px 14px;font:inherit}";

function answerBanner(yes: boolean): void {
  const given = { analytics: yes, marketing: yes, preferences: yes, sale_of_data: yes };
  bannerShopify().customerPrivacy.setTrackingConsent(given, () => {
    document.querySelector("#shopify-pc__banner")?.remove();
  });
}

function showBanner(): void {
  const style = document.createElement("style");
  style.textContent = BANNER_CSS;
  const banner = document.createElement("div");
  banner.id = "shopify-pc__banner";
  banner.setAttribute("role", "alertdialog");
  banner.setAttribute("aria-label", "Cookie consent (stand-in of Shopify's banner)");
  const text = document.createElement("p");
  text.textContent = "Stand-in of Shopify's own cookie banner.";
  const buttons = [true, false].map((yes) => {
    const button = document.createElement("button");
    button.id = yes ? "shopify-pc__banner__btn-accept" : "shopify-pc__banner__btn-decline";
    button.textContent = yes ? "Accept" : "Decline";
    button.onclick = () => {
      answerBanner(yes);
    };
    return button;
  });
  banner.append(text, ...buttons);
  document.body.append(style, banner);
}

function startBanner(): void {
  bannerShopify().loadFeatures([{ name: "consent-tracking-api", version: "0.1" }], (error) => {
    if (error === undefined && bannerShopify().customerPrivacy.shouldShowBanner()) showBanner();
  });
}

Object.assign(window, { privacyBanner: { loadBanner: startBanner, showPreferences: showBanner } });
// Deferred scripts, loadFeatures among them, have run by then.
if (document.readyState === "complete") startBanner();
else window.addEventListener("load", startBanner);
