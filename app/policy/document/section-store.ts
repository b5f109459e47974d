import type { ContactFact } from "../../register/facts.ts";
import { EUROPEAN } from "./regimes.ts";
import { among, emailOf, type Setting } from "./setting.ts";
import { list, paragraph, section, sentence, words, type Section, type Sentence } from "./words.ts";

/** Who decides about the data, for which visits and purchases, and since when (GDPR art. 13(1)(a); CalOPPA §22575(b)(4)). */
export function scope(setting: Setting): Section[] {
  const { store, publication } = setting.register;
  const domain = store.domains[0] ?? "";
  const isTrading = store.tradingName !== "" && store.tradingName !== store.legalName;
  const who = words(isTrading && store.legalName !== "" ? "scope.who-trading" : "scope.who", {
    ...{ name: store.legalName || store.tradingName, trading: store.tradingName, domain },
  });
  const european = among(setting, EUROPEAN);
  return section(
    "scope",
    "title.scope",
    paragraph(
      sentence(who, { facts: ["store"], articles: ["GDPR art. 13(1)(a)"] }),
      store.country !== "" &&
        sentence(words("scope.seat", { country: { country: store.country } }), { facts: ["store"] }),
      sentence(words("scope.when"), {}),
      european.length > 0 &&
        sentence(words("scope.controller"), { articles: ["GDPR art. 4(7), 13(1)(a)"], regimes: european }),
      publication.effectiveOn !== null &&
        sentence(words("scope.effective", { day: { day: publication.effectiveOn } }), {
          ...{ facts: ["publication"], articles: ["CalOPPA §22575(b)(4)"] },
        }),
      publication.reviewedOn !== null &&
        sentence(words("scope.reviewed", { day: { day: publication.reviewedOn } }), {
          ...{ facts: ["publication"], articles: ["CCPA §1798.130(a)(5)"] },
        }),
    ),
  );
}

/** The first layer: what most people want to know (WP260, layered notices). */
export function short(setting: Setting): Section[] {
  const { advertising } = setting.register;
  const email = emailOf(setting);
  const form = { href: setting.places.form, label: words("link.form") };
  return section("short", "title.short", [
    ...list(
      [
        sentence(words("short.data"), {}),
        sentence(words("short.consent"), { facts: ["banner"] }),
        advertising.sellsForMoney !== null &&
          sentence(words(advertising.sellsForMoney ? "short.sale" : "short.no-sale"), { facts: ["advertising"] }),
        sentence(words("short.rights", { form }), {}),
        email && sentence(words("short.contact", { email: mailto(email) }), { facts: [email.id] }),
      ].filter((one) => one !== false && one !== undefined),
    ),
  ]);
}

/** Young people (GDPR art. 8; CCPA §1798.120(c); COPPA). */
export function minors({ register }: Setting): Section[] {
  const { minimumAge, isDirectedToChildren } = register.minors;
  const about = { facts: ["minors"] };
  return section(
    "minors",
    "title.minors",
    paragraph(
      minimumAge !== null && sentence(words("minors.age", { age: { number: minimumAge } }), about),
      isDirectedToChildren && sentence(words("minors.directed"), about),
      sentence(words("minors.sorry"), {}),
      register.banner.forMinors && sentence(words("minors.ads"), { facts: ["banner"] }),
    ),
  );
}

/** How data is protected, in general (GDPR art. 30(1)(g); PIPEDA principle 7). */
export function security({ register }: Setting): Section[] {
  const items = register.measures.map(({ id, measure }) => sentence(words(`security.${measure}`), { facts: [id] }));
  if (items.length === 0) return [];
  return section("security", "title.security", [...paragraph(sentence(words("security.intro"), {})), ...list(items)]);
}

/** How changes are told (CalOPPA §22575(b)(3)). */
export function changes({ register, places }: Setting): Section[] {
  const archive = { href: places.archive, label: words("changes.page-label") };
  return section(
    "changes",
    "title.changes",
    paragraph(
      sentence(words("changes.why"), { articles: ["CalOPPA §22575(b)(3)"] }),
      sentence(words("changes.page", { link: archive }), {}),
      register.publication.announcesByMail && sentence(words("changes.mail"), { facts: ["publication"] }),
      sentence(words("changes.consent"), { articles: ["GDPR art. 7"] }),
    ),
  );
}

/** Addresses, officers and representatives (GDPR art. 13(1)(a)–(b), 27, 37; CCPA regulations §7011(e)(4)). */
export function contact({ register, places }: Setting): Section[] {
  const form = { href: places.form, label: words("link.form") };
  return section("contact", "title.contact", [
    ...list([
      ...register.contacts.flatMap((one) => contactItem(one)),
      sentence(words("contact.form", { link: form }), {}),
    ]),
    ...paragraph(sentence(words("contact.promise"), {})),
  ]);
}

function contactItem(fact: ContactFact): Sentence[] {
  const { id, contact: kind, name, value } = fact;
  const about = { facts: [id] };
  if (kind === "form" || (value === "" && name === "")) return [];
  if (kind === "email") return [sentence(words("contact.email", { email: mailto(fact) }), about)];
  if (kind === "post") return [sentence(words("contact.post", { address: lines(value) }), about)];
  if (kind === "privacy-officer" && value === "") return [sentence(words("contact.privacy-officer", { name }), about)];
  const key = kind === "privacy-officer" ? "contact.privacy-officer-at" : (`contact.${kind}` as const);
  return [sentence(words(key, { name: name || "—", address: lines(value) }), about)];
}

/** An e-mail address that can be followed. */
export function mailto({ value }: ContactFact) {
  return { href: `mailto:${value}`, label: value };
}

const lines = (address: string) => address.split(/\s*\n\s*/).join(", ");
