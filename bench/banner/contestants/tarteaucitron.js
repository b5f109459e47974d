window.tarteaucitronForceLanguage = "en";
tarteaucitron.init({
  privacyUrl: "#privacy",
  cookieName: "tarteaucitron",
  orientation: "bottom",
  groupServices: true,
  showAlertSmall: false,
  cookieslist: false,
  showIcon: true,
  iconPosition: "BottomRight",
  adblocker: false,
  DenyAllCta: true,
  AcceptAllCta: true,
  highPrivacy: true,
  handleBrowserDNTRequest: false,
  removeCredit: true,
  moreInfoLink: false,
  mandatory: true,
  mandatoryCta: true,
});
// It shows nothing without services; these four do nothing, so that only the banner is measured.
const GROUPS = { preferences: "other", statistics: "analytic", marketing: "ads", sale: "social" };
tarteaucitron.services ??= {};
for (const [key, type] of Object.entries(GROUPS)) {
  const nothing = () => undefined;
  tarteaucitron.services[key] = {
    key,
    type,
    name: key,
    needConsent: true,
    cookies: [],
    js: nothing,
    fallback: nothing,
  };
}
(tarteaucitron.job ??= []).push(...Object.keys(GROUPS));
