import { isInEea } from "../law/transfers.ts";
import { SALE } from "../law/purposes.ts";
import { listed, withFact, withSingle } from "../register/change-facts.ts";
import { USUAL_LINKS, type LinkKind, type SignalResponse } from "../register/fact-lists.ts";
import type { BannerFact, Register, VendorFact } from "../register/facts.ts";
import type { QuestionId } from "../register/interview.ts";
import { vendorById } from "../register/vendors.ts";
import type { SIGNAL_ISSUES } from "./issue-codes.ts";
import type { Finding, Rule, Situation } from "./issue.ts";

const MENDED = { status: "confirmed", origin: "mend", ref: "" } as const;
const ask = (question: QuestionId) => () => ({ page: "question", question }) as const;
const found = (isFound: boolean, fact: string): Finding[] => (isFound ? [{ fact, about: "" }] : []);

/** What the banner does on "do not track". */
const noTrackOf = ({ honoursNoTrack }: BannerFact): SignalResponse => (honoursNoTrack ? "everywhere" : "ignored");

const offer = ({ register }: Situation, needs: number): Register =>
  withFact(register, { ...register.banner, ...MENDED, offered: register.banner.offered | needs });

/** Which page of the industry shows its choices, by where the store sells. */
const CHOICES: readonly (readonly [LinkKind, (country: string) => boolean])[] = [
  ["ads-choices-us", (country) => country === "US"],
  ["ads-choices-ca", (country) => country === "CA"],
  ["ads-choices-eu", (country) => isInEea(country) || country === "GB" || country === "CH"],
];

function lackingChoices({ register, hasAds }: Situation): LinkKind[] {
  if (!hasAds) return [];
  const links = new Set(register.links.map(({ link }) => link));
  return CHOICES.flatMap(([link, isThere]) =>
    !links.has(link) && register.markets.some(({ country }) => isThere(country)) ? [link] : [],
  );
}

const notOffered = ({ register }: Situation, { needs }: VendorFact) => needs & ~register.banner.offered;

/** Rules about advertising, and what browsers and the banner do about it. */
export const SIGNAL_RULES: Readonly<Record<(typeof SIGNAL_ISSUES)[number], Rule>> = {
  "ads-unsaid": {
    ...{ severity: "blocking", law: "GDPR art. 13(1)(c); CCPA §1798.130(a)(5)" },
    find: ({ register }) =>
      found(register.advertising.isTargeted !== true && register.vendors.some(({ ads }) => ads), "advertising"),
    says: () => "The store uses services that show people ads by their interests, and the register does not say so.",
    button: () => "Say that we advertise",
    mend: ({ register }) => withSingle(register, "advertising", { ...MENDED, isTargeted: true }),
    where: ask("ads"),
  },
  "ads-without-vendor": {
    ...{ severity: "warning", law: "GDPR art. 13(1)(e)" },
    find: ({ register }) =>
      found(register.advertising.isTargeted === true && !register.vendors.some(({ ads }) => ads), "advertising"),
    says: () => "The register says that you advertise by people’s interests, and names nobody who does it.",
    button: () => "We do not advertise so",
    mend: ({ register }) => withSingle(register, "advertising", { ...MENDED, isTargeted: false }),
    where: ask("ads"),
  },
  "ads-without-opt-out": {
    ...{ severity: "blocking", law: "CCPA §1798.120, §1798.135; GDPR art. 7(3)" },
    find: ({ register, hasAds }) => found(hasAds && (register.banner.offered & SALE) === 0, "banner"),
    says: () => "Advertising that follows people is on, and the banner gives nobody a way out of it.",
    button: () => "Ask about it in the banner",
    mend: (situation) => offer(situation, SALE),
    where: ask("ads"),
  },
  "purpose-not-offered": {
    ...{ severity: "blocking", law: "ePrivacy Directive art. 5(3)" },
    find: (situation) =>
      situation.register.vendors
        .filter((vendor) => (notOffered(situation, vendor) & ~SALE) !== 0)
        .map(({ id, name }) => ({ fact: id, about: name })),
    says: (who) => `${who} needs a yes that the banner does not ask for.`,
    button: (who) => `Ask for what ${who} needs`,
    mend: (situation, { fact }) => {
      const vendor = situation.register.vendors.find(({ id }) => id === fact);
      return vendor ? offer(situation, vendor.needs) : null;
    },
    where: ask("ads"),
  },
  "ad-vendor-without-opt-out": {
    ...{ severity: "warning", law: "CCPA §1798.135; GDPR art. 21(2)" },
    find: ({ register }) =>
      register.vendors
        .filter(({ ads, optOutUrl }) => ads && optOutUrl === "")
        .map(({ id, name }) => ({ fact: id, about: name })),
    says: (who) => `${who} advertises, and the policy can give no link at which people opt out there.`,
    button: () => "Say what is known",
    mend: ({ register }, { fact }) => {
      const vendor = register.vendors.find(({ id }) => id === fact);
      const optOutUrl = vendorById(vendor?.vendor ?? "")?.optOutUrl ?? "";
      return vendor && optOutUrl !== "" ? withFact(register, { ...vendor, ...MENDED, optOutUrl }) : null;
    },
    where: ({ fact }) => ({ page: "vendor", vendor: fact.slice(fact.indexOf("/") + 1) }),
  },
  "ads-choices-link-missing": {
    ...{ severity: "hint", law: "" },
    find: (situation) => lackingChoices(situation).map((link) => ({ fact: `links/${link}`, about: USUAL_LINKS[link] })),
    says: (url) => `The policy could point to the advertisers’ own page of choices: ${url}`,
    button: () => "Add the link",
    mend: (situation, { fact }) => {
      const link = lackingChoices(situation).find((one) => fact === `links/${one}`);
      return link ? withFact(situation.register, listed("links", { ...MENDED, link, url: USUAL_LINKS[link] })) : null;
    },
    where: ask("ads"),
  },
  "do-not-track-unsaid": {
    ...{ severity: "blocking", law: "CalOPPA §22575(b)(5)" },
    find: ({ register, hasUs }) => found(hasUs && register.doNotTrack.response === null, "doNotTrack"),
    says: () => "The policy must say what you do when a browser says “do not track”, whatever it is.",
    button: () => "Say what the banner does",
    mend: ({ register }) => withSingle(register, "doNotTrack", { ...MENDED, response: noTrackOf(register.banner) }),
    where: ask("do-not-track"),
  },
  "do-not-track-contradicted": {
    ...{ severity: "blocking", law: "CalOPPA §22575(b)(5); FTC Act s. 5" },
    find: ({ register: { doNotTrack, banner } }) =>
      found(doNotTrack.response !== null && doNotTrack.response !== noTrackOf(banner), "doNotTrack"),
    says: () => "What the policy says about “do not track” is not what the banner does.",
    button: () => "Say what the banner does",
    mend: ({ register }) => withSingle(register, "doNotTrack", { ...MENDED, response: noTrackOf(register.banner) }),
    where: ask("do-not-track"),
  },
  "opt-out-signal-unsaid": {
    ...{ severity: "blocking", law: "CCPA §1798.135(e); 11 CCR §7025" },
    find: ({ register, hasUs }) =>
      found(hasUs && register.globalPrivacyControl.response === null, "globalPrivacyControl"),
    says: () => "The policy must say that Global Privacy Control is honoured. The banner does honour it.",
    button: () => "Say it",
    mend: ({ register }) => withSingle(register, "globalPrivacyControl", { ...MENDED, response: "everywhere" }),
    where: ask("do-not-track"),
  },
  "opt-out-signal-contradicted": {
    ...{ severity: "blocking", law: "11 CCR §7025(b); 12 state acts" },
    find: ({ register }) => found(register.globalPrivacyControl.response === "ignored", "globalPrivacyControl"),
    says: () =>
      "The policy says that signals of browsers change nothing. Twelve states bind you to one, and the banner honours it.",
    button: () => "Say what the banner does",
    mend: ({ register }) => withSingle(register, "globalPrivacyControl", { ...MENDED, response: "everywhere" }),
    where: ask("do-not-track"),
  },
};
