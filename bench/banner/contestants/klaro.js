window.klaroConfig = {
  version: 1,
  cookieName: "klaro",
  acceptAll: true,
  hideDeclineAll: false,
  mustConsent: false,
  default: false,
  translations: {
    en: {
      privacyPolicyUrl: "#privacy",
      consentNotice: {
        description:
          "We use what this shop needs to work. With your permission, we and the services we use also remember your settings, count visits and show you ads that fit. You can change your mind at any time.",
      },
      purposes: {
        necessary: { title: "Needed" },
        preferences: { title: "Preferences" },
        analytics: { title: "Statistics" },
        marketing: { title: "Marketing" },
        sale: { title: "Sale and sharing" },
      },
    },
  },
  services: [
    { name: "necessary", title: "Needed", purposes: ["necessary"], required: true },
    { name: "preferences", title: "Preferences", purposes: ["preferences"] },
    { name: "analytics", title: "Statistics", purposes: ["analytics"] },
    { name: "marketing", title: "Marketing", purposes: ["marketing"] },
    { name: "sale", title: "Sale and sharing", purposes: ["sale"] },
  ],
};
