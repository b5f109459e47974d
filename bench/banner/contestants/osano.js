window.cookieconsent.initialise({
  type: "opt-in",
  palette: { popup: { background: "#fff", text: "#111" }, button: { background: "#111", text: "#fff" } },
  content: {
    message:
      "We use what this shop needs to work. With your permission, we and the services we use also remember your settings, count visits and show you ads that fit. You can change your mind at any time.",
    allow: "Accept all",
    deny: "Reject all",
    link: "Privacy policy",
    href: "#privacy",
  },
});
