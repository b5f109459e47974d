/** Another tool that asks shoppers for consent: two at once contradict each other. */
export interface ConsentTool {
  name: string;
  /** Where its script comes from; sub-domains included. */
  hosts: readonly string[];
  /** Its app's handle in a theme's settings (`shopify://apps/<handle>/…`). */
  apps: readonly string[];
}

/** Consent tools that are met on Shopify stores. Shopify's own banner is not one: Shopify says itself whether it is on. */
export const CONSENT_TOOLS: readonly ConsentTool[] = [
  { name: "Cookiebot", hosts: ["cookiebot.com", "cookiebot.eu"], apps: ["cookiebot"] },
  { name: "Usercentrics", hosts: ["usercentrics.eu", "usercentrics.com"], apps: ["usercentrics"] },
  { name: "OneTrust", hosts: ["cookielaw.org", "onetrust.com", "cookiepro.com"], apps: ["onetrust"] },
  { name: "CookieYes", hosts: ["cookieyes.com"], apps: ["cookieyes"] },
  { name: "iubenda", hosts: ["iubenda.com"], apps: ["iubenda"] },
  { name: "Termly", hosts: ["termly.io"], apps: ["termly"] },
  { name: "Osano", hosts: ["osano.com"], apps: ["osano"] },
  { name: "TrustArc", hosts: ["trustarc.com", "truste.com"], apps: ["trustarc"] },
  { name: "Didomi", hosts: ["didomi.io", "privacy-center.org"], apps: ["didomi"] },
  { name: "Axeptio", hosts: ["axept.io"], apps: ["axeptio"] },
  { name: "Ketch", hosts: ["ketchcdn.com", "ketchjs.com"], apps: ["ketch"] },
  { name: "Transcend", hosts: ["transcend-cdn.com"], apps: ["transcend"] },
  { name: "CookieFirst", hosts: ["cookiefirst.com"], apps: ["cookiefirst"] },
  { name: "Cookie Script", hosts: ["cookie-script.com"], apps: ["cookie-script"] },
  { name: "consentmanager", hosts: ["consentmanager.net"], apps: ["consentmanager"] },
  { name: "Enzuzo", hosts: ["enzuzo.com"], apps: ["enzuzo"] },
  { name: "Pandectes", hosts: ["pandectes.io"], apps: ["pandectes"] },
  { name: "Consentmo", hosts: ["consentmo.com", "isenselabs.com"], apps: ["consentmo", "gdpr-compliance"] },
  { name: "Complianz", hosts: ["complianz.io"], apps: ["complianz"] },
  { name: "Clym", hosts: ["clym-widget.net", "clym.io"], apps: ["clym"] },
];
