// Bundled by bundle-c15t.ts, as a shop would ship it: production React, ready-made components, no server of theirs.
import "@c15t/react/styles.css";
import { ConsentBanner, ConsentDialog, ConsentManagerProvider } from "@c15t/react";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

const options = {
  mode: "offline",
  consentCategories: ["necessary", "functionality", "measurement", "marketing"],
  overrides: { country: "DE" },
};
const place = document.body.appendChild(document.createElement("div"));
createRoot(place).render(
  createElement(ConsentManagerProvider, { options }, createElement(ConsentBanner), createElement(ConsentDialog)),
);
