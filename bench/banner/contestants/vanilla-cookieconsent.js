CookieConsent.run({
  categories: { necessary: { enabled: true, readOnly: true }, preferences: {}, analytics: {}, marketing: {}, sale: {} },
  language: {
    default: "en",
    translations: {
      en: {
        consentModal: {
          title: "You decide what we may use",
          description:
            "We use what this shop needs to work. With your permission, we and the services we use also remember your settings, count visits and show you ads that fit. You can change your mind at any time.",
          acceptAllBtn: "Accept all",
          acceptNecessaryBtn: "Reject all",
          showPreferencesBtn: "Manage preferences",
        },
        preferencesModal: {
          title: "Your privacy choices",
          acceptAllBtn: "Accept all",
          acceptNecessaryBtn: "Reject all",
          savePreferencesBtn: "Save choices",
          closeIconLabel: "Close",
          sections: [
            { title: "Needed", description: "Cart, checkout, sign-in, security.", linkedCategory: "necessary" },
            { title: "Preferences", description: "Remembers your settings.", linkedCategory: "preferences" },
            { title: "Statistics", description: "Counts visits.", linkedCategory: "analytics" },
            { title: "Marketing", description: "Measures our ads.", linkedCategory: "marketing" },
            { title: "Sale and sharing", description: "Shares data for advertising.", linkedCategory: "sale" },
          ],
        },
      },
    },
  },
});
