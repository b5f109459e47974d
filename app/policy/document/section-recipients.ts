import type { LinkKind } from "../../register/fact-lists.ts";
import type { Register, VendorFact } from "../../register/facts.ts";
import { AMERICAN, EUROPEAN } from "./regimes.ts";
import { among, type Setting } from "./setting.ts";
import {
  list,
  paragraph,
  section,
  sentence,
  words,
  type Block,
  type Section,
  type Sentence,
  type Value,
  type Words,
} from "./words.ts";

/** Every recipient by name, and others who may receive data (GDPR art. 13(1)(e); CCPA §1798.110(c)(4)). */
export function recipients({ register }: Setting): Section[] {
  const { vendors, disclosures } = register;
  const all = vendors.map(({ id }) => id);
  const why = { articles: ["GDPR art. 13(1)(e)"] };
  return section("recipients", "title.recipients", [
    ...paragraph(
      sentence(words(vendors.length === 0 ? "recipients.none" : "recipients.intro"), {
        ...why,
        facts: vendors.length === 0 ? [] : all,
      }),
    ),
    ...list(vendors.map((vendor) => sentence(vendorWords(vendor), { ...why, facts: [vendor.id] }))),
    ...paragraph(...disclosures.map(({ id, ground }) => sentence(words(`disclosure.${ground}`), { facts: [id] }))),
  ]);
}

function vendorWords(vendor: VendorFact): Words {
  const { name, company, country, purposes, role, privacyUrl } = vendor;
  const serves: Value[] =
    purposes.length === 0 ? [words("recipients.purpose.none")] : purposes.map((one) => words(`purpose.${one}`));
  const shown = company === "" || company === name ? name : `${name} (${company})`;
  const values = {
    name: privacyUrl === "" ? shown : { href: privacyUrl, label: shown },
    purposes: { all: serves },
    role: words(`recipients.role.${role ?? "unknown"}`),
  };
  if (country === "") return words("recipients.vendor-nowhere", values);
  return words("recipients.vendor", { ...values, country: { country } });
}

/** Advertising that fits interests, who does it, and every way out of it (CCPA §1798.120, .135; CalOPPA §22575(b)(6)). */
export function advertising(setting: Setting): Section[] {
  const { register } = setting;
  const { isTargeted, sellsForMoney } = register.advertising;
  const partners = register.vendors.filter(({ ads }) => ads);
  const hasAds = isTargeted === true || (isTargeted === null && partners.length > 0);
  const about = { facts: ["advertising", ...partners.map(({ id }) => id)] };
  const crossSite = { ...about, articles: ["CalOPPA §22575(b)(6)"] };
  const sold =
    sellsForMoney !== null &&
    sentence(words(sellsForMoney ? "advertising.sold" : "advertising.not-sold"), {
      ...{ facts: ["advertising"], articles: ["CCPA §1798.120"], regimes: among(setting, AMERICAN) },
    });
  if (!hasAds) {
    const nobody = { facts: ["advertising", ...register.vendors.map(({ id }) => id)] };
    return section(
      "advertising",
      "title.advertising",
      paragraph(
        sentence(words("advertising.none"), nobody),
        sold,
        partners.length === 0 &&
          sentence(words("advertising.no-cross-site"), { ...nobody, articles: ["CalOPPA §22575(b)(6)"] }),
      ),
    );
  }
  const explained = usable(register, "ads-explained");
  return section("advertising", "title.advertising", [
    ...paragraph(
      sentence(words("advertising.targeted"), about),
      partners.length > 0 && sentence(words("advertising.cross-site"), crossSite),
      partners.length > 0 &&
        sentence(words("advertising.shared"), { ...about, articles: ["CCPA §1798.140(ad), (ah)"] }),
      explained &&
        sentence(
          words("advertising.explained", { link: { href: explained.url, label: words("link.ads-explained") } }),
          {
            facts: [explained.id, ...about.facts],
          },
        ),
      sold,
    ),
    ...waysOut(setting, partners),
  ]);
}

function waysOut({ register, places }: Setting, partners: readonly VendorFact[]): Block[] {
  const portals = (["ads-choices-us", "ads-choices-ca", "ads-choices-eu"] as const).flatMap((kind): Sentence[] => {
    const fact = usable(register, kind);
    if (!fact) return [];
    const link = { href: fact.url, label: words(`link.${kind}`) };
    return [sentence(words("advertising.optout-portal", { link }), { facts: [fact.id] })];
  });
  const own = { href: places.choices, label: words("link.choices") };
  const about = { facts: ["advertising", ...partners.map(({ id }) => id)] };
  return [
    ...paragraph(sentence(words("advertising.optout-intro"), about)),
    ...list([
      sentence(words("advertising.optout-own", { choices: own }), { ...about, articles: ["CCPA §1798.135"] }),
      ...partners.flatMap(({ id, name, optOutUrl }) => {
        if (optOutUrl === "") return [];
        const link = { href: optOutUrl, label: words("link.opt-out") };
        return [sentence(words("advertising.optout-vendor", { name, link }), { facts: [id, "advertising"] })];
      }),
      ...portals.map((one) => ({ ...one, because: { ...one.because, facts: [...one.because.facts, ...about.facts] } })),
    ]),
  ];
}

function usable({ links }: Register, kind: LinkKind) {
  return links.find(({ link, url }) => link === kind && url !== "");
}

/** What happens on "do not track" and on Global Privacy Control (CalOPPA §22575(b)(5); CCPA regulations §7025). */
export function signals(setting: Setting): Section[] {
  const { doNotTrack, globalPrivacyControl } = setting.register;
  return section(
    "signals",
    "title.signals",
    paragraph(
      doNotTrack.response !== null &&
        sentence(words(`signals.dnt.${doNotTrack.response}`), {
          ...{ facts: ["doNotTrack"], articles: ["CalOPPA §22575(b)(5)"] },
        }),
      globalPrivacyControl.response !== null &&
        sentence(words(`signals.gpc.${globalPrivacyControl.response}`), {
          ...{ facts: ["globalPrivacyControl"], articles: ["CCPA regulations §7025"] },
        }),
    ),
  );
}

/** Decisions that programs make (GDPR art. 13(2)(f), 22). */
export function automated(setting: Setting): Section[] {
  const { decisions } = setting.register;
  const why = { articles: ["GDPR art. 13(2)(f), 22"], regimes: among(setting, [...EUROPEAN, "law-25", "lgpd"]) };
  if (decisions.length === 0)
    return section("automated", "title.automated", paragraph(sentence(words("automated.none"), why)));
  return section("automated", "title.automated", [
    ...paragraph(sentence(words("automated.intro"), { ...why, facts: decisions.map(({ id }) => id) })),
    ...decisions.flatMap(({ id, decision, isSolelyAutomated, isWeighty, hasReview }) => {
      const about = { ...why, facts: [id] };
      return paragraph(
        sentence(words(`automated.${decision}`), about),
        sentence(words(isSolelyAutomated ? "automated.alone" : "automated.human"), about),
        isWeighty && sentence(words("automated.weighty"), about),
        hasReview && sentence(words("automated.review"), about),
      );
    }),
  ]);
}
