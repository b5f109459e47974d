window.orejimeConfig = {
  privacyPolicyUrl: "#privacy",
  purposes: [
    { id: "necessary", title: "Needed", description: "Cart, checkout, sign-in, security.", isMandatory: true },
    { id: "preferences", title: "Preferences", description: "Remembers your settings." },
    { id: "analytics", title: "Statistics", description: "Counts visits." },
    { id: "marketing", title: "Marketing", description: "Measures our ads." },
    { id: "sale", title: "Sale and sharing", description: "Shares data for advertising." },
  ],
};
