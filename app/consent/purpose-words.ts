import type { Purpose } from "../law/purposes.ts";

/** How purposes are called on pages of the app proxy, as in the banner. */
export const PURPOSE_WORDS: Readonly<Record<Purpose | "essential", { name: string; about: string }>> = {
  essential: { name: "Needed", about: "Cart, checkout, sign-in, security and this choice. Always on." },
  preferences: { name: "Preferences", about: "Remembers your settings, such as language and what you looked at." },
  analytics: { name: "Statistics", about: "Counts visits and shows what works and what does not." },
  marketing: { name: "Marketing", about: "Measures ads and shows you ads that fit." },
  sale: { name: "Sale and sharing", about: "Shares data with others for advertising on other sites." },
};
